///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Lists the chapters, and where you are; --prepare makes this machine ready for a room without a network
//JAVA 25+
//DEPS Lib.java
// what chapters need beside the library: --site builds them all
//DEPS org.apache.commons:commons-pool2:2.12.1
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1 -Xlog:disable

import memorytax.cli.CommandProcess;
import memorytax.cli.Workbook;

void main(String... args) {
    CommandProcess.end("workbook", () -> Workbook.run(args));
}
