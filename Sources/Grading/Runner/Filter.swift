import Foundation

/// Takes from this process what a function needs no more: files, the network, other processes. It cannot be taken back.
///
/// On Linux the kernel answers every request that is not on the list with “not implemented” (seccomp).
enum Filter {
  /// - Returns: whether the system knows such filters.
  static func install() -> Bool {
    #if os(Linux) && (arch(x86_64) || arch(arm64))
      var program = program(ownProcess: UInt32(getpid()))
      return program.withUnsafeMutableBufferPointer { program in
        var header = Header(count: UInt16(program.count), first: program.baseAddress)
        return withUnsafePointer(to: &header) { header in
          control(noNewPrivileges, 1, 0, 0, 0) == 0 && control(seccomp, 2, UInt(bitPattern: header), 0, 0) == 0
        }
      }
    #else
      return false
    #endif
  }
}

#if os(Linux) && (arch(x86_64) || arch(arm64))

  /// `prctl(2)`, which takes any number of arguments in C.
  @_silgen_name("prctl")
  private func control(_ option: Int32, _: UInt, _: UInt, _: UInt, _: UInt) -> Int32

  private let noNewPrivileges: Int32 = 38
  private let seccomp: Int32 = 22

  // MARK: - The program that the kernel runs at each request

  /// `struct sock_filter`
  private struct Instruction {
    var code: UInt16
    var whenTrue: UInt8 = 0
    var whenFalse: UInt8 = 0
    var value: UInt32

    static func load(_ offset: UInt32) -> Instruction { Instruction(code: 0x20, value: offset) }
    static func result(_ value: UInt32) -> Instruction { Instruction(code: 0x06, value: value) }
    /// Skips so many instructions where the number is equal.
    static func skip(_ count: Int, ifEqual value: UInt32) -> Instruction {
      Instruction(code: 0x15, whenTrue: UInt8(count), value: value)
    }
    /// Skips so many instructions where one of the bits is set.
    static func skip(_ count: Int, ifSet bits: UInt32) -> Instruction {
      Instruction(code: 0x45, whenTrue: UInt8(count), value: bits)
    }
  }

  /// `struct sock_fprog`
  private struct Header {
    var count: UInt16
    var first: UnsafeMutablePointer<Instruction>?
  }

  private func program(ownProcess: UInt32) -> [Instruction] {
    let (number, architecture, firstArgument): (UInt32, UInt32, UInt32) = (0, 4, 16)
    let refuse = Instruction.result(0x0005_0026), allow = Instruction.result(0x7FFF_0000)  // ENOSYS
    return [.load(architecture), .skip(1, ifEqual: Requests.architecture), refuse, .load(number)]
      + Requests.allowed.enumerated().map { .skip(Requests.allowed.count - $0 + 8, ifEqual: $1) }
      + [
        // Threads, but no processes.
        .skip(2, ifEqual: Requests.clone),
        // Signals to itself, as it stops.
        .skip(4, ifEqual: Requests.tgkill), refuse,
        .load(firstArgument), .skip(4, ifSet: 0x10000), refuse,
        .load(firstArgument), .skip(1, ifEqual: ownProcess), refuse,
        allow,
      ]
  }

  /// Numbers of the requests to the kernel.
  private enum Requests {
    #if arch(x86_64)
      static let architecture: UInt32 = 0xC000_003E
      static let clone: UInt32 = 56, tgkill: UInt32 = 234
      static let allowed: [UInt32] = [
        0, 1, 3, 8, 20,  // read, write, close, lseek, writev
        9, 10, 11, 12, 25, 28,  // mmap, mprotect, munmap, brk, mremap, madvise
        13, 14, 15, 131,  // rt_sigaction, rt_sigprocmask, rt_sigreturn, sigaltstack
        24, 39, 186, 204,  // sched_yield, getpid, gettid, sched_getaffinity
        202, 273, 334,  // futex, set_robust_list, rseq
        35, 96, 201, 228, 230,  // nanosleep, gettimeofday, time, clock_gettime, clock_nanosleep
        318, 60, 231,  // getrandom, exit, exit_group
        290, 283, 286,  // for Dispatch: eventfd2, timerfd_create, timerfd_settime
        291, 232, 233, 281,  // for Dispatch: epoll_create1, epoll_wait, epoll_ctl, epoll_pwait
      ]
    #else
      static let architecture: UInt32 = 0xC000_00B7
      static let clone: UInt32 = 220, tgkill: UInt32 = 131
      static let allowed: [UInt32] = [
        63, 64, 57, 62, 66,  // read, write, close, lseek, writev
        222, 226, 215, 214, 216, 233,  // mmap, mprotect, munmap, brk, mremap, madvise
        134, 135, 139, 132,  // rt_sigaction, rt_sigprocmask, rt_sigreturn, sigaltstack
        124, 172, 178, 123,  // sched_yield, getpid, gettid, sched_getaffinity
        98, 99, 293,  // futex, set_robust_list, rseq
        101, 169, 113, 115,  // nanosleep, gettimeofday, clock_gettime, clock_nanosleep
        278, 93, 94,  // getrandom, exit, exit_group
        19, 85, 86,  // for Dispatch: eventfd2, timerfd_create, timerfd_settime
        20, 21, 22,  // for Dispatch: epoll_create1, epoll_ctl, epoll_pwait
      ]
    #endif
  }

#endif
