package memorytax.chart.draw;

import memorytax.measure.result.Contender;

import java.awt.Color;
import java.awt.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a contender wears in every chart of the workbook: one colour and one marker. All of them can be
/// read as text on both papers (4.5:1), and stay apart for colour-blind readers.
public enum Hue implements ThemeColor {
    VIRTUAL("--virtual", 0x0b6fb8, 0x5db2ef, Form.CIRCLE, "virtual", "java ("),
    PLATFORM("--platform", 0xb84a06, 0xf28b50, Form.SQUARE, "platform"),
    CALLBACKS("--callbacks", 0x6a6a6a, 0xa9a9a9, Form.TRIANGLE_UP, "scheduled", "callback"),
    GO("--go", 0x007a65, 0x3ecaa6, Form.DIAMOND, "goroutine", "go "),
    PYTHON("--py", 0x966200, 0xedb23a, Form.TRIANGLE_DOWN, "asyncio", "python"),
    NODE("--node", 0x264c0b, 0xb9ebb5, Form.PENTAGON, "node", "promises"),
    RUST("--rust", 0x49251e, 0xe7553b, Form.TRIANGLE_RIGHT, "tokio", "rust ("),
    KOTLIN("--kotlin", 0x2a05a7, 0xa26bd2, Form.TRIANGLE_LEFT, "coroutine", "kotlin"),
    ERLANG("--erlang", 0x0e357c, 0xa9d2fc, Form.PILLAR, "erlang", "elixir"),
    RUBY("--ruby", 0x7c0149, 0xc95e82, Form.BAR, "fiber", "ruby"),
    PLUM("--plum", 0x9a3d8b, 0xe08fd3, Form.HEXAGON),
    BROWN("--brown", 0x74503c, 0xcda58c, Form.CROSS),
    OLIVE("--olive", 0x646b00, 0xbdc454, Form.STAR);

    private static final List<Hue> OTHERS = List.of(PLUM, BROWN, OLIVE);
    private static final ScopedValue<Map<String, Hue>> IN_TURN = ScopedValue.newInstance();
    private static final Map<String, Hue> OF_PROCESS = new ConcurrentHashMap<>();

    private final Faces faces;
    private final Form form;
    private final List<String> beginnings;

    Hue(String variable, int light, int dark, Form form, String... beginnings) {
        faces = new Faces(variable, new Color(light), new Color(dark));
        this.form = form;
        this.beginnings = List.of(beginnings);
    }

    /// The hue of a contender, by how its name begins: `virtual threads (warmed)` wears what `virtual threads` wears. A
    /// name that is not known takes the next free hue, and keeps it for as long as this JVM lives, or a work [#apart].
    public static Hue of(String contender) {
        String name = contender.toLowerCase(Locale.ROOT);
        var given = IN_TURN.orElse(OF_PROCESS);
        return known(name)
            .orElseGet(() -> given.computeIfAbsent(plain(name), _ -> OTHERS.get(given.size() % OTHERS.size())));
    }

    /// Does work in which hues are given anew: a chapter looks as it does alone, whatever else this JVM draws.
    public static <T, X extends Throwable> T apart(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(IN_TURN, new ConcurrentHashMap<>()).call(work);
    }

    /// Whether the name is that of a variant, as in `asyncio tasks (free-threaded)`: same hue, the other fill.
    public static boolean variant(String contender) {
        return Contender.isVariant(contender);
    }

    /// Those that are drawn hollow: variants, in a chart that shows another of their hue, filled.
    public static Set<String> hollow(List<String> names) {
        var filled = new HashMap<Hue, String>();
        names.stream().filter(n -> !variant(n)).forEach(n -> filled.putIfAbsent(of(n), n));
        names.forEach(n -> filled.putIfAbsent(of(n), n));
        return names.stream().filter(Hue::variant).filter(n -> !filled.get(of(n)).equals(n))
            .collect(Collectors.toSet());
    }

    /// The contender that a few words speak of: `asyncio task` of `one asyncio task`; empty when it is none of those
    /// whose hue is fixed.
    public static Optional<String> subject(String words) {
        return IntStream.range(0, words.length()).filter(i -> i == 0 || words.charAt(i - 1) == ' ')
            .mapToObj(words::substring).filter(w -> known(w.toLowerCase(Locale.ROOT)).isPresent()).findFirst();
    }

    private static Optional<Hue> known(String name) {
        return Arrays.stream(values()).filter(h -> h.beginnings.stream().anyMatch(name::startsWith)).findFirst();
    }

    private static String plain(String name) {
        return Contender.kind(name);
    }

    @Override
    public Faces faces() {
        return faces;
    }

    Form form() {
        return form;
    }

    /// The outline of its marker around the point (0, 0).
    ///
    /// @param radius about half its width
    public Shape marker(double radius) {
        return form.at(0, 0, radius);
    }
}
