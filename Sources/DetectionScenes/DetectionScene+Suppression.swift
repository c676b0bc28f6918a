import Boxes
import Localization
import Plotting
import Workbook

extension DetectionScene {
  /// Detections after some steps of suppression, around one object or everywhere: candidates thin, kept ones thick, struck ones
  /// dotted; scores beside them.
  public func suppression(_ detections: [ImitatedDetection], after steps: [SuppressionStep], around object: Int?)
    -> Chart
  {
    func score(_ index: Int) -> Bilingual { "\(detections[index].score, .fixed(2), in: .prose)" }
    return chart(of: object.map { around(objects[$0], by: 0.3) }) {
      for index in steps.flatMap(\.struck) {
        mark(detections[index].box).tint(isOwn ? .muted : .outline.opacity(0.7)).dash(.dotted).width(3)
      }
      for index in steps.last?.left ?? Array(detections.indices) {
        outline(detections[index].box, width: 3, label: score(index))
      }
      for step in steps {
        let isObject = detections[step.kept].object != nil
        let name = isObject ? "" : Bilingual.background.map { $0 + " " }
        mark(detections[step.kept].box).tint(isObject ? .objects : .backgrounds).dash(isObject ? .solid : .shortDashed)
          .width(7).label(Bilingual(ko: name.ko + score(step.kept).ko, en: name.en + score(step.kept).en))
      }
    }
  }
}
