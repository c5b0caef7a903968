package memorytax.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// A folder of things that were made from texts, each under a name made of those texts. Several processes may use
/// it at once: what appears in it appears whole.
record Cache(Path folder) {
    /// Makes something in a fresh folder, and returns where in it.
    interface Maker {
        Path make(Path workshop) throws IOException, InterruptedException;
    }

    /// Where the thing called `name` that is made of `sources` lies.
    Path place(String kind, List<String> sources, String name) {
        return folder.resolve(kind).resolve(key(sources)).resolve(name);
    }

    /// Has `place` made, even if somebody else makes it at the same moment.
    Path fill(Path place, Maker maker) throws IOException, InterruptedException {
        if (Files.exists(place)) return place;
        Files.createDirectories(place.getParent());
        Path workshop = Files.createTempDirectory(place.getParent(), "making");
        try {
            Path made = maker.make(workshop);
            try {
                Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (!Files.exists(place)) throw e; // or somebody else was faster, and has made the same
            }
            return place;
        } finally {
            delete(workshop);
        }
    }

    /// A folder that holds exactly these texts under these names.
    Path files(String kind, Map<String, String> texts) throws IOException, InterruptedException {
        var sources = texts.entrySet().stream().flatMap(e -> List.of(e.getKey(), e.getValue()).stream()).toList();
        return fill(place(kind, sources, "files"), workshop -> write(workshop.resolve("files"), texts));
    }

    static Path write(Path folder, Map<String, String> texts) throws IOException {
        Files.createDirectories(folder);
        for (var text : texts.entrySet()) Files.writeString(folder.resolve(text.getKey()), text.getValue());
        return folder;
    }

    private static String key(List<String> sources) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String source : sources)
                digest.update((source.length() + "\n" + source).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Deletes what was for this run only, as far as that goes.
    static void forget(Path temporary) {
        try {
            delete(temporary);
        } catch (IOException | UncheckedIOException e) {
            // it is in the folder for temporary files, and will be gone one day
        }
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
