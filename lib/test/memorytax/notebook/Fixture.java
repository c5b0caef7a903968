package memorytax.notebook;

import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.ChapterSource;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/// A small chapter that compiles, with everything in it that is hard to take apart.
public final class Fixture {
    public static final String SOURCE = """
            ///usr/bin/env jbang "$0" "$@" ; exit $?
            //DESCRIPTION Chapter 0: a fixture
            //JAVA 25+
            //DEPS ../lib/Lib.java

            import module java.base;
            import static java.lang.Math.max;   // used below

            /// # Small things
            ///
            /// The opening,
            /// on two lines.\s\s
            ///
            ///     indented code
            void main(String... args) throws Exception {
                throw new AssertionError("main is never called");
            }

            /// ## The load
            ///
            /// It is `static`.
            @SuppressWarnings("unused")
            static Object load(int tasks) {
                /// not prose: this stands in a body
                return \"""
                        /// not prose either }
                        \""";
            }

            // A remark of its own.

            // A remark that leans on the helper.
            private static int twice(int n) { return 2 * n; }  // ends the line

            record Pair(int a, int b) {
                /// The sum.
                int sum() { return a + b; }
                Pair { b = max(a, b); }
            }

            /// ## Sizes
            static final int SMALL = 1, LARGE = 1_000;

            /// ## Guess
            Integer guess() { return 20; }
            ;
            /// Weighs with care.
            /* a remark between prose and code */
            private Map<String, int[]> weighedTwice(StringBuilder scale, final Integer guess)
                    throws IOException {
                return Map.of(scale.append(guess).toString(), new int[] {twice(guess), max(1, 2)});
            }

            /// ## Too much
            List<Integer> tooMuch() { throw new OutOfMemoryError("a wish"); }

            /// ## Needs it
            int needsIt(List<Integer> tooMuch) { return tooMuch.size(); }

            /// ## Needs that
            int needsThat(int needsIt) { return needsIt; }

            /// ## Says it
            void said(Map<String, int[]> weighedTwice) { }
            enum Mood { GOOD, BAD }
            """;

    private Fixture() {
    }

    public static Chapter chapter() {
        return ChapterSource.read("chapter0", SOURCE);
    }

    /// The class of a compact source, as `MethodHandles.lookup()` in its `main` would give it.
    static MethodHandles.Lookup compiled(String source, Path folder) throws IOException, ReflectiveOperationException {
        var file = Files.writeString(folder.resolve("chapter0.java"), source);
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, null);
        var options = List.of("-proc:none", "-d", folder.toString());
        if (!compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(file)).call()) {
            throw new IllegalArgumentException("the fixture does not compile");
        }
        var loader = new URLClassLoader(new java.net.URL[]{folder.toUri().toURL()}, Fixture.class.getClassLoader());
        return MethodHandles.privateLookupIn(loader.loadClass("chapter0"), MethodHandles.lookup());
    }
}
