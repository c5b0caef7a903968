///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Puts the packs of many machines on one page
//JAVA 25+
//DEPS Lib.java
// SQL over CSV and Parquet files: 81 MB, so it is fetched for this command alone
//DEPS org.duckdb:duckdb_jdbc:1.4.3.0
// the address of a room, for a telephone
//DEPS io.nayuki:qrcodegen:1.8.0
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
// --serve: who sends so slowly, in seconds, is not waited for; and as many pages may be open as there is memory for
//RUNTIME_OPTIONS -Dsun.net.httpserver.maxReqTime=20 -Djdk.httpserver.maxConnections=1000
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx256m -XX:TieredStopAtLevel=1 -Xlog:disable

import io.nayuki.qrcodegen.QrCode;
import memorytax.cli.BoardCommand;
import memorytax.cli.CommandProcess;
import memorytax.room.QrSquare;

void main(String... args) {
    CommandProcess.end("board", () -> BoardCommand.run(this::square, args));
}

QrSquare square(String text) {
    var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    return new QrSquare(code.size, code::getModule);
}
