package memorytax.peers;

import memorytax.measure.process.Launch;
import memorytax.measure.process.Peers.Peer;
import memorytax.measure.process.Peers;
import memorytax.measure.result.Contender;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A program of the reader's that is asked what can be weighed in it.
///
/// @param file   its name
/// @param starts how it is started, without a word more; several where it is to be weighed on several runtimes
record UserProgram(String file, List<Peer> starts) {
    private static final Pattern TRACE = Pattern.compile("File \"(?:[^\"]*[/\\\\])?([^\"/\\\\]+)\", line (\\d+)");

    /// A program that is started as it is.
    static UserProgram of(Path file, List<String> command) {
        var start = new Peer(new Contender("", "", ""), Optional.of(new Launch(command, Map.of())), "");
        return new UserProgram(file.getFileName().toString(), List.of(start));
    }

    /// A program that [Toolchains] has made ready, for a load without a name.
    ///
    /// @throws Refusal when it could not
    static UserProgram of(Path file, Peer... nameless) {
        var starts = new ArrayList<Peer>();
        for (var peer : nameless) {
            if (peer.launch().isPresent()) starts.add(with(peer, "", List.of()));
            else if (starts.isEmpty()) throw new Refusal(unbuilt(file, peer.missing()));
        }
        return new UserProgram(file.getFileName().toString(), starts);
    }

    /// `./mine.go:8:2: undefined: x` says it all, and needs nothing before it.
    private static String unbuilt(Path file, String missing) {
        var name = file.getFileName().toString();
        var why = missing.replace(Peers.BROKEN, "");
        int at = why.lastIndexOf(name + ":");
        return at < 0 ? name + ": " + why : why.substring(at);
    }

    /// What to start for each load, by the load's name.
    ///
    /// @throws Refusal when it has none
    Map<String, List<Peer>> loads() throws InterruptedException {
        var said = ProgramIntroduction.of(starts.getFirst().launch().orElseThrow());
        if (!said.ready() && said.loads().isEmpty()) throw new Refusal(refusal(said));
        var loads = new LinkedHashMap<String, List<Peer>>();
        var alone = file.contains(".") ? file.substring(0, file.lastIndexOf('.')) : file;
        if (said.ready()) loads.put(alone, starts.stream().map(s -> with(s, alone, List.of())).toList());
        for (var name : said.loads()) loads.put(name, starts.stream().map(s -> with(s, name, List.of(name))).toList());
        return loads;
    }

    /// The name of a variant, as `, free-threaded`, stays behind that of the load.
    private static Peer with(Peer peer, String name, List<String> more) {
        var launch = peer.launch().orElseThrow();
        var command = new ArrayList<>(launch.command());
        command.addAll(more);
        if (more.isEmpty()) command.removeIf(String::isEmpty);
        var known = peer.contender();
        return new Peer(new Contender(name + known.name(), known.runtime(), known.version()),
            Optional.of(new Launch(command, launch.environment(), launch.flags())), "");
    }

    /// The last line of a Python trace says what, the last one that names the file says where.
    private String refusal(ProgramIntroduction said) {
        var trace = TRACE.matcher(String.join("\n", said.said())).results().filter(r -> r.group(1).equals(file))
            .reduce((_, last) -> last);
        return trace.map(where -> file + ":" + where.group(2) + ": " + said.said().getLast())
            .orElse(file + ": no load in it: " + said.why());
    }
}
