package org.talon.shared.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The key that signs a server's tokens: ES256, made at the first start, kept as a JWK in a file that only the server's
 * user may read. Processes that start at once on one file end up with one key.
 */
final class SigningKey {

    private final EllipticCurveJsonWebKey key;

    private SigningKey(EllipticCurveJsonWebKey key) {
        this.key = key;
    }

    static SigningKey loadOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            EllipticCurveJsonWebKey key =
                    (EllipticCurveJsonWebKey) EllipticCurveJsonWebKey.Factory.newPublicJwk(Files.readString(file));
            if (key.getPrivateKey() == null || !EllipticCurves.P_256.equals(key.getCurveName())) {
                throw new IllegalStateException("the signing key " + file + " is not a private key of P-256");
            }
            return new SigningKey(key);
        } catch (IOException broken) {
            throw new UncheckedIOException("the signing key " + file + " can be neither read nor made", broken);
        } catch (JoseException | ClassCastException broken) {
            throw new IllegalStateException(
                    "the signing key " + file + " is not an elliptic-curve key in JWK form", broken);
        }
    }

    /** Written whole beside its place and then linked there, so that nobody reads half a key. */
    private static void create(Path file) throws IOException, JoseException {
        EllipticCurveJsonWebKey fresh = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        fresh.setAlgorithm("ES256");
        fresh.setKeyId(fresh.calculateBase64urlEncodedThumbprint("SHA-256"));
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path whole = Files.createTempFile(
                folder,
                "key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(whole, fresh.toJson(OutputControlLevel.INCLUDE_PRIVATE));
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException anotherProcessWasFirst) {
            // its key is the one to use
        } finally {
            Files.delete(whole);
        }
    }

    String id() {
        return key.getKeyId();
    }

    PrivateKey privateKey() {
        return key.getPrivateKey();
    }

    PublicKey publicKey() {
        return key.getPublicKey();
    }
}
