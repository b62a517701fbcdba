package dev.hallm.bot.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A one-time code that joins two accounts: eight characters that nobody takes for others, shown as {@code XXXX-XXXX}. */
public final class LinkCode {
    /** Neither 0 and O, 1, I and L, nor U and V are both in it. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 8;
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{4}-?[0-9A-Za-z]{4}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String characters;

    private LinkCode(String characters) {
        this.characters = characters;
    }

    static LinkCode random() {
        return new LinkCode(RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining()));
    }

    /** Reads a code, in either case, with or without its hyphen; empty when it cannot be one. */
    public static Optional<LinkCode> parse(String typed) {
        if (!FORM.matcher(typed.strip()).matches()) {
            return Optional.empty();
        }
        String characters = typed.strip().replace("-", "").toUpperCase(Locale.ROOT);
        boolean possible = characters.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return possible ? Optional.of(new LinkCode(characters)) : Optional.empty();
    }

    /** The code for its reader's eyes. */
    public String shown() {
        return characters.substring(0, LENGTH / 2) + "-" + characters.substring(LENGTH / 2);
    }

    /** What is stored of it. */
    String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(characters.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Tells nothing, so that no log has a code. */
    @Override
    public String toString() {
        return "LinkCode";
    }
}
