import Localization

/// One of the 80 things that COCO's detectors find.
///
/// ```swift
/// COCOCategory.named[18]?.name[.ko]   // 개
/// COCOCategory.all[16].id             // 18
/// ```
public struct COCOCategory: Sendable, Hashable {
  /// In 1 … 90, of which ten are not used.
  public let id: Int
  /// In English as COCO's annotations have it.
  public let name: Bilingual

  /// In the order of their ids, as detectors with 80 classes count them.
  public static let all: [COCOCategory] = names.map { COCOCategory(id: $0, name: Bilingual(ko: $2, en: $1)) }
  /// By id.
  public static let named: [Int: COCOCategory] = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

  private static let names: [(Int, String, String)] = [
    (1, "person", "사람"),
    (2, "bicycle", "자전거"),
    (3, "car", "자동차"),
    (4, "motorcycle", "오토바이"),
    (5, "airplane", "비행기"),
    (6, "bus", "버스"),
    (7, "train", "기차"),
    (8, "truck", "트럭"),
    (9, "boat", "배"),
    (10, "traffic light", "신호등"),
    (11, "fire hydrant", "소화전"),
    (13, "stop sign", "정지 표지판"),
    (14, "parking meter", "주차 미터기"),
    (15, "bench", "벤치"),
    (16, "bird", "새"),
    (17, "cat", "고양이"),
    (18, "dog", "개"),
    (19, "horse", "말"),
    (20, "sheep", "양"),
    (21, "cow", "소"),
    (22, "elephant", "코끼리"),
    (23, "bear", "곰"),
    (24, "zebra", "얼룩말"),
    (25, "giraffe", "기린"),
    (27, "backpack", "배낭"),
    (28, "umbrella", "우산"),
    (31, "handbag", "핸드백"),
    (32, "tie", "넥타이"),
    (33, "suitcase", "여행 가방"),
    (34, "frisbee", "원반"),
    (35, "skis", "스키"),
    (36, "snowboard", "스노보드"),
    (37, "sports ball", "공"),
    (38, "kite", "연"),
    (39, "baseball bat", "야구 방망이"),
    (40, "baseball glove", "야구 글러브"),
    (41, "skateboard", "스케이트보드"),
    (42, "surfboard", "서프보드"),
    (43, "tennis racket", "테니스 라켓"),
    (44, "bottle", "병"),
    (46, "wine glass", "와인 잔"),
    (47, "cup", "컵"),
    (48, "fork", "포크"),
    (49, "knife", "칼"),
    (50, "spoon", "숟가락"),
    (51, "bowl", "그릇"),
    (52, "banana", "바나나"),
    (53, "apple", "사과"),
    (54, "sandwich", "샌드위치"),
    (55, "orange", "오렌지"),
    (56, "broccoli", "브로콜리"),
    (57, "carrot", "당근"),
    (58, "hot dog", "핫도그"),
    (59, "pizza", "피자"),
    (60, "donut", "도넛"),
    (61, "cake", "케이크"),
    (62, "chair", "의자"),
    (63, "couch", "소파"),
    (64, "potted plant", "화분"),
    (65, "bed", "침대"),
    (67, "dining table", "식탁"),
    (70, "toilet", "변기"),
    (72, "tv", "텔레비전"),
    (73, "laptop", "노트북"),
    (74, "mouse", "마우스"),
    (75, "remote", "리모컨"),
    (76, "keyboard", "키보드"),
    (77, "cell phone", "휴대 전화"),
    (78, "microwave", "전자레인지"),
    (79, "oven", "오븐"),
    (80, "toaster", "토스터"),
    (81, "sink", "싱크대"),
    (82, "refrigerator", "냉장고"),
    (84, "book", "책"),
    (85, "clock", "시계"),
    (86, "vase", "꽃병"),
    (87, "scissors", "가위"),
    (88, "teddy bear", "곰 인형"),
    (89, "hair drier", "헤어드라이어"),
    (90, "toothbrush", "칫솔"),
  ]
}
