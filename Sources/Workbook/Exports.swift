// What a chapter imports: pages, figures, parameters and both languages, through one door.
@_exported import ArgumentParser
@_exported import Localization
@_exported import Plotting
@_exported import Statistics

@_exported import enum Literate.Datum
@_exported import enum Literate.Format
@_exported import enum Literate.Setting
