import Literate
import Localization

/// Terms that the book does not use, and the one that it uses instead. In quotations of slides they may stand.
enum Glossary {
  static let avoided: [AvoidedTerm] = [
    AvoidedTerm("물체", use: "객체"),
    AvoidedTerm("1단계 검출기", use: "원스테이지 탐지기"),
    AvoidedTerm("2단계 검출기", use: "투스테이지 탐지기"),
    AvoidedTerm("검출", use: "탐지"),
    AvoidedTerm("크로스 엔트로피", use: "교차 엔트로피"),
    AvoidedTerm("포컬 로스", use: "초점 손실"),
    AvoidedTerm("변조계수", use: "조절 인자"),
    AvoidedTerm("변조 인자", use: "조절 인자"),
    AvoidedTerm("쉬운 예제", use: "쉬운 샘플"),
    AvoidedTerm("어려운 예제", use: "어려운 샘플"),
    AvoidedTerm("부드러운 L1", use: "smooth L1"),
    AvoidedTerm("서브넷", use: "서브네트워크"),
    AvoidedTerm("임계치", use: "임곗값"),
    AvoidedTerm("화소", use: "픽셀"),
  ]
}
