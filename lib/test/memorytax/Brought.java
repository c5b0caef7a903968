package memorytax;

/// What a reader may bring to the scale.
final class Brought {
    /// Loads as static methods of a compact file, without an import.
    static final String METHOD = """
        static Gate handlers(int tasks) throws Exception {
            var gate = new Gate(tasks);
            for (int i = 0; i < tasks; i++)
                Thread.startVirtualThread(() -> {
                    var buffer = new byte[8_192];
                    gate.here();
                    gate.await();
                    buffer[0] = 1;
                });
            return gate.full();
        }

        static Object numbers(int tasks) {
            return new long[tasks];
        }

        private static Object notMeant(int tasks) {
            return null;
        }
        """;

    /// A Java program that speaks the protocol itself, and says something else first.
    static final String PROGRAM = """
        package own;

        import java.util.ArrayList;
        import java.util.Scanner;

        public class Speaks {
            public static void main(String[] args) {
                System.out.println("hello");
                System.out.println("READY runtime=speech version=7");
                var held = new ArrayList<byte[]>();
                for (var in = new Scanner(System.in); in.hasNextLine(); ) {
                    var line = in.nextLine();
                    if (line.equals("EXIT")) return;
                    int tasks = Integer.parseInt(line.replaceFirst("LOAD tasks=", ""));
                    for (int i = 0; i < tasks; i++) held.add(new byte[20_000]);
                    System.out.println("LOADED tasks=" + tasks);
                }
            }
        }
        """;

    /// The shortest of all.
    static final String SCRIPT = """
        #!/bin/sh
        echo "READY runtime=sh version=1"
        while read -r verb tasks; do
            [ "$verb" != EXIT ] || exit 0
            echo "LOADED $tasks"
        done
        """;

    private Brought() {
    }
}
