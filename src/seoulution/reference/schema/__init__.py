"""The shape of every reference file; `seoulution.reference.load` refuses anything else, naming file and line of thought."""
