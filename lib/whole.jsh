/set mode whole normal -quiet
/set truncation whole 20000
/set feedback whole
