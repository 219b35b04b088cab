scores = {"weak": 0, "fair": 2, "strong": 4}
