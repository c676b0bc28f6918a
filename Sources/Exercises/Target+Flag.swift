import Losses

/// The class of an example as questions tell it: a flag.
func target(_ isObject: Bool) -> Target { isObject ? .object : .background }
