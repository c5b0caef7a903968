///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Puts the packs of many machines on one page
//JAVA 25+
//DEPS Lib.java
// SQL over CSV and Parquet files: 81 MB, so it is fetched for this command alone
//DEPS org.duckdb:duckdb_jdbc:1.4.3.0
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx256m -XX:TieredStopAtLevel=1 -Xlog:disable

import memorytax.cli.BoardCommand;
import memorytax.cli.CommandProcess;

void main(String... args) {
    CommandProcess.end("board", () -> BoardCommand.run(args));
}
