import Practice

PracticeTool.run()
