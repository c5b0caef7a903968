package memorytax.room;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/// Sends a pack to a room. Nothing that answers there is believed to be one.
public final class Sending {
    private static final Duration CONNECT = Duration.ofSeconds(10), ANSWER = Duration.ofSeconds(60);
    /// In bytes: of an answer. A room says one sentence.
    private static final int LONGEST = 1_000;
    /// In characters: of that sentence.
    private static final int SENTENCE = 200;

    private Sending() {
    }

    /// What the room answers: a sentence, in which there may be any character.
    ///
    /// @throws IllegalStateException with one line, when it is refused or there is no room
    public static String send(RoomAddress room, SeatKey seat, byte[] zip) throws InterruptedException {
        var request = HttpRequest.newBuilder(room.uri("pack")).version(HttpClient.Version.HTTP_1_1).timeout(ANSWER)
            .header("Content-Type", "application/zip").header(RoomFilter.SEAT, seat.of(room.code()))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(zip)).build();
        try (var client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            var answer = client.send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                var text = new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8);
                return said(room, answer.statusCode(), sentence(text));
            }
        } catch (HttpTimeoutException e) {
            throw failed(room, "nothing answers there in time. Is it the network of the room?", e);
        } catch (IOException e) {
            throw failed(room, "no room answers there. Is ./jbang board --serve --room still running?", e);
        }
    }

    private static String said(RoomAddress room, int status, String sentence) {
        if (status == 404) throw failed(room, "there is no such room. Compare the code with the one on the page", null);
        if (sentence.isEmpty()) throw failed(room, "what answers there is no room (it says " + status + ")", null);
        if (status != 200) throw failed(room, "the pack is refused: " + sentence, null);
        return sentence;
    }

    private static String sentence(String json) {
        try {
            var said = new Gson().fromJson(json, Map.class);
            return said != null && said.get("says") instanceof String text
                ? text.substring(0, Math.min(SENTENCE, text.length())).strip() : "";
        } catch (JsonParseException e) {
            return "";
        }
    }

    private static IllegalStateException failed(RoomAddress room, String why, Exception cause) {
        return new IllegalStateException(room + ": " + why, cause);
    }
}
