package memorytax.room;

import memorytax.board.Pack;
import memorytax.board.Unpacking;
import memorytax.file.AtomicFile;
import memorytax.file.Csv;
import memorytax.file.OutputFolder;
import memorytax.record.GivenRun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a room has received, in a folder that is all of its memory. `0007-HASH.zip` is the pack of the seat that came
/// as the seventh: the hash is that of the key which this seat alone has. `room.csv` has the room's code and its port.
/// So a room that is opened again has the same address and the same seats, and `./jbang board` can read the folder,
/// too. The seats are counted as the board counts them: in the order of the names of all packs that can be read.
public final class Room {
    private static final String FACTS = "room.csv";
    private static final Pattern PACK = Pattern.compile("(\\d{4,9})-([0-9a-f]{32})\\.zip");
    private final Path folder;
    private final RoomCode code;
    private final List<String> troubles = new ArrayList<>();
    /// By the names of the files: what is in each, as a hash; empty where it is damaged.
    private final TreeMap<String, String> packs = new TreeMap<>();
    private OptionalInt port = OptionalInt.empty();

    private Room(Path folder) throws IOException {
        this.folder = folder;
        var facts = facts();
        code = Optional.ofNullable(facts.get("code")).flatMap(RoomCode::read).orElseGet(RoomCode::random);
        var kept = facts.getOrDefault("port", "");
        if (kept.matches("[1-9]\\d{0,4}")) port = OptionalInt.of(Integer.parseInt(kept));
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(".zip")).sorted().toList())
                packs.put(file.getFileName().toString(), content(file));
        }
    }

    /// Opens the room of a folder, or a new one.
    public static Room in(Path folder) {
        try {
            return new Room(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> facts() throws IOException {
        var file = folder.resolve(FACTS);
        if (!Files.exists(file)) return Map.of();
        try {
            var facts = GivenRun.facts(OutputFolder.shown(file), Files.size(file) > Pack.LARGEST ? ""
                : Files.readString(file));
            if (RoomCode.read(facts.getOrDefault("code", "")).isPresent()) return facts;
        } catch (IllegalArgumentException | IOException e) {
            // said below
        }
        troubles.add(OutputFolder.shown(file) + " is damaged, so the room has another address than before");
        return Map.of();
    }

    private String content(Path file) {
        try {
            if (Files.size(file) > Pack.LARGEST) throw new IOException("it is larger than a pack can be");
            var zip = Files.readAllBytes(file);
            return Unpacking.read(OutputFolder.shown(file), zip).digest();
        } catch (IllegalArgumentException e) {
            troubles.add(e.getMessage() + ". It is left out");
        } catch (IOException e) {
            troubles.add(OutputFolder.shown(file) + ": " + e.getMessage() + ". It is left out");
        }
        return "";
    }

    /// What was damaged when it was opened, a line each.
    public List<String> troubles() {
        return troubles;
    }

    /// Where all lies.
    public Path folder() {
        return folder;
    }

    /// What its address has in it.
    public RoomCode code() {
        return code;
    }

    /// Where it was served before.
    public OptionalInt port() {
        return port;
    }

    /// Writes down where it is served, for the next time.
    public void isServedAt(int port) throws FileSystemException {
        AtomicFile.write(folder.resolve(FACTS), Csv.text(List.of("key", "value"),
            List.of(List.of("code", code.text()), List.of("port", "" + port))));
    }

    /// How many seats have sent something that can be read.
    public synchronized int seats() {
        return (int) packs.values().stream().filter(content -> !content.isEmpty()).count();
    }

    /// Whether something of this seat is there.
    synchronized boolean knows(String key) {
        return file(key).isPresent();
    }

    /// Takes a pack, one after the other. It is there whole when this returns, or what was there before still is.
    ///
    /// @param key of its seat
    /// @throws IllegalArgumentException with one line that says why it is refused
    synchronized Arrival take(String key, byte[] zip) throws FileSystemException {
        var pack = Unpacking.read("the pack", zip);
        var chapters = pack.chapters();
        var content = pack.digest();
        var before = file(key);
        var same = packs.entrySet().stream().filter(p -> p.getValue().equals(content)).map(Map.Entry::getKey)
            .findFirst().filter(name -> !name.equals(before.orElse("")));
        if (same.isPresent()) return new Arrival(seat(same.get()), seats(), Arrival.How.THERE, chapters);
        var name = before.orElseGet(() -> "%04d-%s.zip".formatted(last() + 1, SeatKey.hash(key)));
        AtomicFile.write(folder.resolve(name), zip);
        var replaced = packs.put(name, content);
        return new Arrival(seat(name), seats(), replaced == null || replaced.isEmpty() ? Arrival.How.FIRST
            : Arrival.How.REPLACES, chapters);
    }

    private Optional<String> file(String key) {
        var hash = SeatKey.hash(key);
        return packs.keySet().stream().filter(name -> PACK.matcher(name).matches() && name.contains(hash)).findFirst();
    }

    private int last() {
        return packs.keySet().stream().map(PACK::matcher).filter(m -> m.matches())
            .mapToInt(m -> Integer.parseInt(m.group(1))).max().orElse(0);
    }

    private int seat(String name) {
        return 1 + (int) packs.headMap(name).values().stream().filter(content -> !content.isEmpty()).count();
    }
}
