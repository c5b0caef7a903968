package memorytax.board;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// A file that lies on a web server.
final class Download {
    private static final Duration CONNECT = Duration.ofSeconds(10), ANSWER = Duration.ofSeconds(30);

    private Download() {
    }

    /// Its bytes, and no more than `most` of them.
    ///
    /// @throws IllegalArgumentException with one line that begins with the address
    static byte[] bytes(String address, int most) throws InterruptedException {
        try (var client = HttpClient.newBuilder().connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL).build()) {
            var answer = client.send(HttpRequest.newBuilder(URI.create(address)).timeout(ANSWER).build(),
                BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                if (answer.statusCode() != 200)
                    throw new IllegalArgumentException(address + ": the server answers " + answer.statusCode());
                return body.readNBytes(most);
            }
        } catch (ConnectException e) {
            throw new IllegalArgumentException(address + ": no server answers there", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(address + ": it cannot be fetched (" + e.getMessage() + ")", e);
        }
    }
}
