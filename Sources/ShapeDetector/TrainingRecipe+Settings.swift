import Detection
import DrawnShapes
import Localization

extension TrainingRecipe {
  /// One of the things that decide the bits of a training.
  struct Setting: Sendable, Hashable {
    /// In a checkpoint.
    let key: String
    let name: Bilingual
    let value: String

    init(_ key: String, _ name: Bilingual, _ value: some Any) {
      (self.key, self.name, self.value) = ("setting." + key, name, "\(value)")
    }
  }

  /// All of them: a checkpoint of others is another training's. Network and drawing are as this program has them.
  var settings: [Setting] {
    [
      Setting("seed", Bilingual(ko: "시드", en: "seed"), seed),
      Setting("steps", Bilingual(ko: "스텝 수", en: "steps"), steps),
      Setting("batch", Bilingual(ko: "한 스텝의 그림 수", en: "pictures of a step"), batch),
      Setting("learningRate", Bilingual(ko: "학습률", en: "learning rate"), learningRate),
      Setting("warmUp", Bilingual(ko: "예열 스텝 수", en: "steps of the warm-up"), warmUp),
      Setting("falls", Bilingual(ko: "학습률이 떨어지는 때", en: "falls of the learning rate"), falls),
      Setting("weightDecay", Bilingual(ko: "가중치 감쇠", en: "weight decay"), weightDecay),
      Setting("largestNorm", Bilingual(ko: "기울기 길이의 한도", en: "limit of the gradient's length"), largestNorm),
      Setting("loss", Bilingual(ko: "손실", en: "loss"), loss),
      Setting("network", Bilingual(ko: "신경망의 구조", en: "make-up of the network"), RetinaNetConfiguration.shapes),
      Setting("pictures", Bilingual(ko: "그림을 그리는 법", en: "way of drawing pictures"), ShapeScene(seed: 0).scene.digest),
    ]
  }
}
