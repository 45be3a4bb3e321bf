package org.talon.shared.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

    @TempDir
    private Path folder;

    @Test
    void the_key_is_made_once_and_is_the_same_ever_after() throws IOException {
        Path file = folder.resolve("data").resolve("key.json");

        SigningKey made = SigningKey.loadOrCreate(file);
        byte[] stored = Files.readAllBytes(file);
        SigningKey loaded = SigningKey.loadOrCreate(file);

        assertThat(loaded.id()).isNotBlank().isEqualTo(made.id());
        assertThat(loaded.publicKey()).isEqualTo(made.publicKey());
        assertThat(loaded.privateKey()).isEqualTo(made.privateKey());
        assertThat(Files.readAllBytes(file)).isEqualTo(stored);
    }

    @Test
    void what_the_key_signs_its_public_half_confirms() throws GeneralSecurityException {
        SigningKey key = SigningKey.loadOrCreate(folder.resolve("key.json"));
        byte[] text = "a token".getBytes(StandardCharsets.UTF_8);

        Signature signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(key.privateKey());
        signing.update(text);
        Signature checking = Signature.getInstance("SHA256withECDSA");
        checking.initVerify(key.publicKey());
        checking.update(text);

        assertThat(checking.verify(signing.sign())).isTrue();
    }

    @Test
    void nobody_but_the_owner_may_read_it() throws IOException {
        Path file = folder.resolve("key.json");

        SigningKey.loadOrCreate(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void servers_that_start_at_once_end_up_with_one_key() throws Exception {
        Path file = folder.resolve("key.json");
        int servers = 8;
        CyclicBarrier start = new CyclicBarrier(servers);
        List<Future<String>> ids = new ArrayList<>();
        try (ExecutorService all = Executors.newFixedThreadPool(servers)) {
            for (int i = 0; i < servers; i++) {
                ids.add(all.submit(() -> {
                    start.await();
                    return SigningKey.loadOrCreate(file).id();
                }));
            }
        }

        for (Future<String> id : ids) {
            assertThat(id.get()).isEqualTo(SigningKey.loadOrCreate(file).id());
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not JSON",
                "{}",
                "[]",
                "{\"kty\":\"EC\"}",
                "{\"kty\":\"oct\",\"k\":\"AAAA\"}",
                "{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}"
            })
    void a_broken_file_is_named_and_left_alone(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("key.json"), content);

        refused(file);

        assertThat(file).hasContent(content);
    }

    @Test
    void half_a_key_is_no_key() throws IOException, JoseException {
        String publicHalf = EcJwkGenerator.generateJwk(EllipticCurves.P256).toJson(OutputControlLevel.PUBLIC_ONLY);

        refused(Files.writeString(folder.resolve("key.json"), publicHalf));
    }

    @Test
    void a_key_of_another_curve_is_not_ours() throws IOException, JoseException {
        String other = EcJwkGenerator.generateJwk(EllipticCurves.P384).toJson(OutputControlLevel.INCLUDE_PRIVATE);

        refused(Files.writeString(folder.resolve("key.json"), other));
    }

    @Test
    void a_place_where_no_file_can_be_is_named() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "a file, not a folder");

        assertThatThrownBy(() -> SigningKey.loadOrCreate(taken.resolve("key.json")))
                .hasMessageContaining(taken.toString());
    }

    private static void refused(Path file) {
        assertThatThrownBy(() -> SigningKey.loadOrCreate(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("key");
    }
}
