extension Confinement {
  #if os(Linux)
    /// What a program's path is put behind. The tools are util-linux's.
    func wrapper(_ limits: GradingLimits) -> [String] {
      let limited = [
        "prlimit", "--cpu=\(limits.seconds)", "--as=\(limits.memory)", "--fsize=0", "--core=0",
      ]
      switch self {
      case .namespaces:
        // Without a right to anything: whoever may change the root folder can leave it.
        let user = ["--user", "--map-user=65534", "--map-group=65534"]
        return limited + ["unshare"] + user + ["--net", "--pid", "--fork", "--mount", "--ipc", "--kill-child"]
      case .sandbox: return ["sandbox-exec"]
      case .limits: return limited
      }
    }

    /// Keeps a compiler from taking the whole machine.
    static func ofCompiler(_ limits: GradingLimits) -> [String] {
      ["prlimit", "--cpu=\(limits.compilation)", "--as=\(4 << 30)", "--fsize=\(1 << 28)", "--core=0"]
    }
  #else
    /// What a program's path is put behind. There is no limit on memory.
    func wrapper(_ limits: GradingLimits) -> [String] {
      let limited = ["sh", "-c", "ulimit -t \(limits.seconds) -f 0 -c 0; exec \"$@\"", "sh"]
      switch self {
      case .namespaces: return ["unshare"]
      case .sandbox: return limited + ["sandbox-exec", "-p", Self.profile]
      case .limits: return limited
      }
    }

    static func ofCompiler(_ limits: GradingLimits) -> [String] {
      ["sh", "-c", "ulimit -t \(limits.compilation) -c 0; exec \"$@\"", "sh"]
    }

    private static let profile = """
      (version 1) (allow default) (deny network*) (deny file-write*) (deny process-fork)
      (deny file-read-data (subpath "/Users") (subpath "/Volumes") (subpath "/private/etc"))
      """
  #endif
}
