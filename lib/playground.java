///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION JShell with the library of the workbook imported, and something to try
//JAVA 25+
//DEPS Lib.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1 -Xlog:disable

import memorytax.cli.CommandProcess;
import memorytax.session.JShellSession;

/// Printed first: what this is, and one thing of each kind to try.
static final String WELCOME = """
    This is the playground of the Memory Tax Workbook: a JShell with its library.
    A load is a method that starts n tasks which wait. Two loads are defined, idle
    and buffers: weigh them, change them, or write your own. Type these lines one
    after the other. /exit or Ctrl-D leaves.

      see a load  /list buffers
      weigh it    var mine = weigh("buffers", n -> buffers(n))
      its table   var table = Tables.summary(mine)
      its chart   var chart = Charts.growth(mine)
      draw that   show(chart)
      and more    help()

    """;

/// Each task says that it runs, and then waits.
static final String IDLE = """
    static Gate idle(int tasks) throws Exception {
        var gate = new Gate(tasks);
        for (int i = 0; i < tasks; i++)
            Thread.startVirtualThread(() -> {
                gate.here();
                gate.await();
            });
        return gate.full();
    }
    """;

/// Each of these tasks keeps a buffer of a kilobyte, which it uses after the wait.
static final String BUFFERS = """
    static Gate buffers(int tasks) throws Exception {
        var gate = new Gate(tasks);
        for (int i = 0; i < tasks; i++)
            Thread.startVirtualThread(() -> {
                var buffer = new byte[1024];
                gate.here();
                gate.await();
                buffer[0] = 1;
            });
        return gate.full();
    }
    """;

void main() {
    CommandProcess.end("playground", () -> JShellSession.playground(WELCOME, IDLE + BUFFERS));
}
