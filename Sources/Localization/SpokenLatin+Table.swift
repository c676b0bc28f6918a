extension SpokenLatin {
  /// Words whose spelling would mislead, in lower case, as they are said. A test finds words that need no place here.
  static let words: [String: String] = [
    "bit": "비트", "check": "체크", "deep": "딥", "good": "굿", "group": "그룹", "type": "타입",
  ]

  /// Units, as they are said after a number.
  static let units: [String: String] = [
    "ms": "밀리초", "us": "마이크로초", "ns": "나노초", "s": "초", "min": "분", "h": "시간", "px": "픽셀", "pt": "포인트",
    "nats": "나츠", "nat": "나트", "bit": "비트", "bits": "비트", "B": "바이트", "kB": "킬로바이트", "KB": "킬로바이트",
    "MB": "메가바이트", "GB": "기가바이트", "TB": "테라바이트", "KiB": "키비바이트", "MiB": "메비바이트", "GiB": "기비바이트",
    "Hz": "헤르츠", "kHz": "킬로헤르츠", "MHz": "메가헤르츠", "GHz": "기가헤르츠", "dB": "데시벨", "mm": "밀리미터",
    "cm": "센티미터", "m": "미터", "km": "킬로미터", "g": "그램", "kg": "킬로그램", "W": "와트", "k": "케이", "K": "케이",
    "M": "백만", "G": "기가", "x": "배", "FLOP": "플롭", "FLOPs": "플롭스", "GFLOPs": "기가플롭스", "fps": "에프피에스",
    "ppm": "피피엠", "deg": "도", "em": "엠", "mu": "뮤", "ulp": "유엘피", "ulps": "유엘피",
  ]
}
