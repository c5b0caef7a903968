///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION JShell with the library of the workbook imported, and something to try
//JAVA 25+
//DEPS Lib.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1

import memorytax.session.JShellSession;

/// Said before the first question: three lines, and one thing of each kind to try.
static final String WELCOME = """
    The playground of the Memory Tax Workbook: JShell, with the library imported.
    A load starts n tasks that wait. Two are defined, idle and buffers; change them,
    or write your own. Try these lines in turn. /exit or Ctrl-D leaves.

      a load      /list buffers
      weighed     var mine = weigh("buffers", n -> buffers(n))
      a table     var table = Tables.summary(mine)
      a chart     var chart = Charts.growth(mine)
      drawn       show(chart)

    """;

/// Every task says that it runs, and then waits.
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

/// And these keep a kilobyte each, which they still need afterwards.
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
    JShellSession.playground(WELCOME, IDLE + BUFFERS);
}
