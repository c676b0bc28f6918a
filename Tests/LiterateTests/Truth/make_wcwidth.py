"""Writes wcwidth.json: cells of sample texts by the wcwidth package. Run: python3 make_wcwidth.py > wcwidth.json"""
import json
import random
import unicodedata

from wcwidth import __version__, list_versions, wcswidth

random.seed(3)
samples = [
    "초점 손실", "α=0.25", "γ", "×", "─", "pₜ", "−4.595", "1.2×10⁶", "67,995", "“인용”", "…", "•", "│", "✗", "▸", "ＡＢ", "漢字", "かな",
    "e\u0301", "n\u0303", "가", "\u1100\u1161", "\u1112\u1161\u11ab", "👍", "👍🏽", "👩\u200d👩\u200d👧", "🇰🇷", "❤\ufe0f", "❤", "☎", "⌚", "⭐",
    "∑", "√", "∞", "≤", "→", "⎧", "⎨", "⎩", "𝛾", "㈜", "①", "½", "°C", "~", "·", "§3.2", "ㄱ", "ㅏ", "ￗ", "。", "、", "「", "￦", "₩",
]
blocks = [(0x20, 0x7E), (0xA1, 0x17F), (0x370, 0x3FF), (0x400, 0x4FF), (0x2010, 0x2027), (0x2030, 0x205E), (0x2070, 0x209C), (0x20A0, 0x20BF),
          (0x2100, 0x218B), (0x2190, 0x22FF), (0x2300, 0x23FF), (0x2460, 0x24FF), (0x2500, 0x259F), (0x25A0, 0x27BF), (0x2A00, 0x2AFF),
          (0x3000, 0x303E), (0x3041, 0x30FF), (0x3131, 0x318E), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xFF01, 0xFF60), (0x1D400, 0x1D7FF),
          (0x1F300, 0x1F64F), (0x1F680, 0x1F6C5), (0x300, 0x36F)]
for low, high in blocks:
    letters = [chr(c) for c in range(low, high + 1) if unicodedata.category(chr(c)) != "Cn"]
    samples += random.sample(letters, min(16, len(letters)))
print(json.dumps({"made": f"wcwidth {__version__}, Unicode {list_versions()[-1]}", "widths": {s: wcswidth(s) for s in samples}},
                 ensure_ascii=False, indent=1, sort_keys=True))
