import Files
import Localization

extension WeightError {
  public var message: Bilingual {
    let words = problem.message
    switch place {
    case nil: return words.map { "\(file): \($0)" }
    case .byte(let byte, let part):
      return Bilingual(
        ko: "\(file) (\(excerpt(part)), \(byte)바이트째): \(words.ko)",
        en: "\(file) (\(excerpt(part)), byte \(byte)): \(words.en)")
    case .named(let name): return words.map { "\(file) (\(excerpt(name))): \($0)" }
    }
  }
}

/// A name from a file as an error shows it: not too long, and without characters that steer the terminal.
func excerpt(_ name: String) -> String {
  let shown = name.unicodeScalars.prefix(96).map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }
  return String(String.UnicodeScalarView(shown)) + (shown.count < name.unicodeScalars.count ? "…" : "")
}

extension WeightError.Problem {
  fileprivate var message: Bilingual {
    switch self {
    case .unreadable(let reason): reason.whenReading
    case .unwritable(let reason): reason.whenWriting
    case .notAFile:
      Bilingual(
        ko: "보통 파일이 아닙니다. 폴더가 아니라 그 안의 .safetensors나 .pth 파일을 지정하십시오.",
        en: "This is no ordinary file. Name the .safetensors or .pth file itself, not its folder.")
    case .notWeights(let lookalike): lookalike.message
    case .damaged(let damage): damage.message
    case .oldForm:
      Bilingual(
        ko: "PyTorch 1.6 이전의 형식입니다(zip이 아님). 믿을 수 있는 파일이면 PyTorch에서 한 번 바꾸십시오: "
          + "torch.save(torch.load(\"old.pth\", weights_only=True), \"new.pth\")",
        en: "This is PyTorch's form from before version 1.6 (no zip). If you trust the file, convert it once: "
          + "torch.save(torch.load(\"old.pth\", weights_only=True), \"new.pth\")")
    case .refused(let name):
      Bilingual(
        ko: "\(excerpt(name)) 호출: 거부했고, 아무것도 실행하지 않았습니다. 여기서는 텐서만 읽습니다. 믿을 수 있는 파일이면 "
          + "PyTorch에서 텐서만 저장하십시오: torch.save(model.state_dict(), \"weights.pth\")",
        en: "calls \(excerpt(name)): refused, nothing was run. Only tensors are read here. If you trust the file, "
          + "save its tensors alone in PyTorch: torch.save(model.state_dict(), \"weights.pth\")")
    case .compressed:
      Bilingual(
        ko: "압축되었거나 암호화된 zip입니다. torch.save가 쓴 그대로, 압축하지 않은 파일을 쓰십시오.",
        en: "This zip is compressed or encrypted. Use the file as torch.save wrote it, without compression.")
    case .bigEndian:
      Bilingual(
        ko: "빅 엔디언 컴퓨터에서 저장한 파일입니다. PyTorch에서 읽어 safetensors.torch.save_file로 다시 저장하십시오.",
        en: "The file was saved on a big-endian computer. "
          + "Load it in PyTorch, and save it by safetensors.torch.save_file.")
    case .unknownType(let name):
      Bilingual(
        ko: "\(excerpt(name)) 자료형은 읽지 못합니다. PyTorch에서 .float()로 바꾸어 다시 저장하십시오.",
        en: "Numbers of the type \(excerpt(name)) cannot be read. Convert them by .float() in PyTorch, and save again.")
    case .noWeights:
      Bilingual(
        ko: "이름 붙은 텐서가 없습니다. 모델 전체나 텐서 하나가 아니라 model.state_dict()를 저장하십시오.",
        en: "There are no tensors with names. Save model.state_dict(), not the whole model or a single tensor.")
    case .noTensor(let nearest):
      Bilingual(
        ko: "이런 이름의 텐서가 없습니다." + (nearest.map { " 혹시 \(excerpt($0))입니까?" } ?? " 파일의 이름 목록을 확인하십시오."),
        en: "There is no tensor of this name."
          + (nearest.map { " Did you mean \(excerpt($0))?" } ?? " Look at the file's names."))
    case .notWhole(let type):
      Bilingual(
        ko: "정수가 아닌 \(type.torchName) 텐서입니다. tensor(named:)로 읽으십시오.",
        en: "This tensor holds \(type.torchName), not whole numbers. Read it by tensor(named:).")
    case .doesNotFit(let match): match.report
    case .classifier:
      Bilingual(
        ko: "이미지 분류기의 가중치입니다. 백본뿐이라 탐지하지 못합니다. RetinaNet을 훈련한 파일을 쓰십시오.",
        en: "These are a classifier's weights: a backbone alone detects nothing. Use a file of a trained RetinaNet.")
    }
  }
}

extension WeightError.Lookalike {
  fileprivate var message: Bilingual {
    switch self {
    case .empty: Bilingual(ko: "빈 파일입니다. 다시 받으십시오.", en: "The file is empty. Download it again.")
    case .webPage:
      Bilingual(
        ko: "가중치가 아니라 웹 페이지입니다. 페이지가 아닌 파일 자체의 주소에서 다시 받으십시오.",
        en: "This is a web page, not weights. Download from the address of the file itself.")
    case .pointer:
      Bilingual(
        ko: "가중치가 아니라 Git LFS가 남긴 표지입니다. git lfs pull로 파일을 받으십시오.",
        en: "This is what Git LFS leaves in the place of a file. Fetch the file by git lfs pull.")
    case .hdf5:
      Bilingual(
        ko: "HDF5(Keras) 파일입니다. .safetensors나 PyTorch의 .pth로 바꾸십시오.",
        en: "This is an HDF5 file (Keras). Convert it to .safetensors or PyTorch's .pth.")
    case .gzip:
      Bilingual(
        ko: "gzip으로 압축한 파일입니다. gunzip으로 푸십시오.", en: "The file is compressed by gzip. Unpack it by gunzip.")
    case .unknown(let bytes):
      Bilingual(
        ko: ".safetensors도 PyTorch의 .pth도 아닙니다(첫 바이트: \(hexadecimal(bytes))). 어떤 파일인지 확인하거나 다시 받으십시오.",
        en: "This is neither .safetensors nor PyTorch's .pth (first bytes: \(hexadecimal(bytes))). "
          + "Check which file it is, or download it again.")
    }
  }
}

/// Bytes as two digits each.
func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined(separator: " ")
}
