import Localization

/// Words that stand on many figures and in many tables: one term per idea, as the glossary has it.
///
/// ```swift
/// Axis(label: .probabilityOfTrueClass, scale: .linear(0...1))
/// ```
extension Bilingual {
  public static let object = Bilingual(ko: "객체", en: "object")
  public static let objects = Bilingual(ko: "객체", en: "objects")
  public static let background = Bilingual(ko: "배경", en: "background")
  public static let backgrounds = Bilingual(ko: "배경", en: "backgrounds")

  public static let loss = Bilingual(ko: "손실", en: "loss")
  public static let totalLoss = Bilingual(ko: "손실의 합", en: "total loss")
  public static let gradient = Bilingual(ko: "기울기", en: "gradient")
  public static let classLabel = Bilingual(ko: "클래스", en: "class")
  public static let sigmoid = Bilingual(ko: "시그모이드", en: "sigmoid")
  public static let softmax = Bilingual(ko: "소프트맥스", en: "softmax")
  public static let probabilityName = Bilingual(ko: "확률", en: "probability")
  public static let probability = Bilingual(ko: "확률 $p$", en: "probability $p$")
  public static let probabilityOfTrueClass = Bilingual(
    ko: "정답 클래스의 확률 $p_t$", en: "probability of the true class $p_t$")
  public static let logit = Bilingual(ko: "로짓 $x$", en: "logit $x$")
  public static let logitOfTrueClass = Bilingual(ko: "정답 클래스의 로짓 $x_t$", en: "logit of the true class $x_t$")

  public static let crossEntropy = Bilingual(ko: "교차 엔트로피", en: "cross entropy")
  public static let balancedCrossEntropy = Bilingual(ko: "균형 교차 엔트로피", en: "balanced cross entropy")
  public static let focalLoss = Bilingual(ko: "초점 손실", en: "focal loss")
  public static let weightingFactor = Bilingual(ko: "균형 가중치", en: "weighting factor")
  public static let modulatingFactor = Bilingual(ko: "조절 인자", en: "modulating factor")

  public static let width = Bilingual(ko: "너비", en: "width")
  public static let height = Bilingual(ko: "높이", en: "height")
  public static let featureMap = Bilingual(ko: "특징 맵", en: "feature map")
  public static let level = Bilingual(ko: "레벨", en: "level")
  public static let stride = Bilingual(ko: "보폭", en: "stride")
  public static let score = Bilingual(ko: "점수", en: "score")
  public static let anchors = Bilingual(ko: "앵커", en: "anchors")
  public static let anchorsPerCell = Bilingual(ko: "칸마다", en: "per cell")
  public static let bestIoU = Bilingual(ko: "최고 IoU", en: "best IoU")
  public static let aspectRatio = Bilingual(ko: "종횡비(높이/너비)", en: "aspect ratio, height / width")
  public static let octaveScale = Bilingual(ko: "옥타브 배율", en: "octave scale")

  public static let part = Bilingual(ko: "부분", en: "part")
  public static let parameters = Bilingual(ko: "매개변수", en: "parameters")
  public static let seconds = Bilingual(ko: "시간(초)", en: "time, seconds")

  public static let method = Bilingual(ko: "방법", en: "method")
  public static let trainingStep = Bilingual(ko: "훈련 스텝", en: "training step")
  public static let averagePrecision: Bilingual = "AP"
  public static let precision = Bilingual(ko: "정밀도", en: "precision")
  public static let recall = Bilingual(ko: "재현율", en: "recall")
  public static let falseAlarms = Bilingual(ko: "객체당 오탐", en: "false alarms per object")
  public static let learningRate = Bilingual(ko: "학습률", en: "learning rate")
}
