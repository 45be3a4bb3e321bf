package org.talon.shared.identity;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talon.shared.http.CallerAddress;
import org.talon.shared.http.DomainException;

/**
 * Never lets a password be guessed at faster than {@link GuessLimit} says, whatever the number of processes and also after a restart;
 * and nobody's guesses keep somebody out of an address from which he has signed in before: those from there are counted apart. An unknown
 * login gets the same answers after the same work as a known one.
 *
 * <p>Device cookies, which do the same, would need a client that keeps them; clients of this API do not.
 */
@ApplicationScoped
public class LoginGuard {

    private static final int LONGEST_PASSWORD = 128;

    /** What one household or branch has of IPv6; with less in common, an address says nothing of who is behind it. */
    private static final int BYTES_OF_NETWORK = 8;

    private final LoginAttempts attempts;
    private final HashingLane lane;
    private final CallerAddress caller;
    private final HttpServerRequest request;
    private final MeterRegistry metrics;
    private final String nobodysHash;

    LoginGuard(
            LoginAttempts attempts,
            HashingLane lane,
            CallerAddress caller,
            HttpServerRequest request,
            MeterRegistry metrics,
            SecureRandom random) {
        this.attempts = attempts;
        this.lane = lane;
        this.caller = caller;
        this.request = request;
        this.metrics = metrics;
        this.nobodysHash = PasswordHash.of(Long.toHexString(random.nextLong()), random);
    }

    /**
     * Whether the password is the one of the hash; never, where there is none.
     *
     * @throws DomainException 429 {@code too-many-attempts} or {@code logins-busy}, with the time to wait: nothing was compared
     */
    public boolean isRight(String login, String password, @Nullable String hash) {
        if (password.codePointCount(0, password.length()) > LONGEST_PASSWORD) {
            throw DomainException.badParameter("password", "expected at most " + LONGEST_PASSWORD + " characters");
        }
        String account = fingerprint(login.toLowerCase(Locale.ROOT));
        String address = networkOf(caller.of(request));
        return lane.in(() -> compared(account, address, password, hash));
    }

    /** Counted and compared in one go: else many who sign in at once, all of them rightly, would count as wrong while they wait. */
    private boolean compared(String account, String address, String password, @Nullable String hash) {
        boolean known = attempts.isKnown(account, address);
        String ofAccount = known ? account + "@" + address : account;
        String ofAddress = "@" + address;
        Map<String, GuessLimit> limits = known
                ? Map.of(ofAccount, GuessLimit.OF_ACCOUNT)
                : Map.of(ofAccount, GuessLimit.OF_ACCOUNT, ofAddress, GuessLimit.OF_ADDRESS);
        attempts.count(limits).ifPresent(this::refuse);
        boolean right = PasswordHash.verify(password, Optional.ofNullable(hash).orElse(nobodysHash)) && hash != null;
        if (right) {
            attempts.forget(ofAccount);
            attempts.takeBack(known ? List.of() : List.of(ofAddress));
            attempts.remember(account, address);
        }
        count(right ? "right" : "wrong");
        return right;
    }

    private void refuse(Duration wait) {
        count("delayed");
        throw DomainException.forNow(
                DomainException.Kind.TOO_MANY,
                "too-many-attempts",
                "too many attempts to sign in were wrong; try again after Retry-After",
                wait.plusSeconds(1).truncatedTo(ChronoUnit.SECONDS));
    }

    private void count(String outcome) {
        metrics.counter("talon.logins", "outcome", outcome).increment();
    }

    /** Of whatever was typed into the field of the login, which may have been a password. */
    private static String fingerprint(String login) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(login.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Of IPv4 in the clothes of IPv6 the address within. */
    static String networkOf(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return address;
        }
        InetAddress parsed = parsed(bytes);
        return parsed instanceof Inet6Address
                ? HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(bytes, BYTES_OF_NETWORK))
                : parsed.getHostAddress();
    }

    private static InetAddress parsed(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address of " + bytes.length + " bytes", impossible);
        }
    }
}
