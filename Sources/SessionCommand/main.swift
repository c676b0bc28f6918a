import Console
import Sessions

await Interruption.cancelling { await SessionTool.understood(as: "workbook session").outcome() }
