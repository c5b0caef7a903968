package memorytax.measure.process;

import memorytax.child.ClientProgram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/// A key and a certificate that signs itself, made for one run by the JDK's keytool: `server.p12` for Java, and
/// `cert.pem` and `key.pem` for others.
///
/// @param folder where they are
record LoopbackKey(Path folder) {
    private static final String ALIAS = "server";
    private static LoopbackKey made;

    /// Made when it is first wanted, and deleted when this process ends.
    static synchronized LoopbackKey ofThisRun() throws IOException {
        if (made == null) {
            made = make();
            Runtime.getRuntime().addShutdownHook(new Thread(made::delete));
        }
        return made;
    }

    private static LoopbackKey make() throws IOException {
        var key = new LoopbackKey(Files.createTempDirectory("memory-tax-key"));
        var store = key.folder.resolve("server.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(List.of(keytool, "-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-groupname",
            "secp256r1", "-dname", "CN=localhost", "-validity", "2", "-storetype", "PKCS12", "-keystore",
            store.toString(), "-storepass", ClientProgram.SECRET)).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes()).strip();
        try {
            if (process.waitFor() != 0) throw new IOException("keytool cannot make a key: " + said);
            key.others(store);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        return key;
    }

    private void others(Path file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, ClientProgram.SECRET.toCharArray());
        }
        pem("cert.pem", "CERTIFICATE", store.getCertificate(ALIAS).getEncoded());
        pem("key.pem", "PRIVATE KEY", store.getKey(ALIAS, ClientProgram.SECRET.toCharArray()).getEncoded());
    }

    private void pem(String name, String what, byte[] bytes) throws IOException {
        Files.writeString(folder.resolve(name), "-----BEGIN " + what + "-----\n"
            + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(bytes) + "\n-----END " + what + "-----\n");
    }

    private void delete() {
        for (var name : List.of("server.p12", "cert.pem", "key.pem", "")) try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            // it is in the folder for what may be deleted
        }
    }
}
