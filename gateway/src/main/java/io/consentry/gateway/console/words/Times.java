package io.consentry.gateway.console.words;

import static java.util.stream.Collectors.joining;

import io.quarkus.qute.TemplateExtension;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Times as people at a practice read them: British, in words, to the minute. */
@TemplateExtension(namespace = "time_of")
public final class Times {

    /** Where the clocks of practices hang. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK).withZone(ZONE);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK).withZone(ZONE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
    private static final String BETWEEN_WORDS = " ";

    private Times() {}

    /** For example {@code 23 Nov 2026, 09:05}. */
    public static String minute(@Nullable Instant time) {
        return time == null ? "" : MINUTE.format(time);
    }

    /** A date, as {@code 23 Nov 2026}; as it is where it is none. */
    public static String day(@Nullable String date) {
        if (date == null) {
            return "";
        }
        try {
            return DAY.format(LocalDate.parse(date));
        } catch (DateTimeParseException e) {
            return date;
        }
    }

    /**
     * A date, a time or a period with one end or both, as the suite tells it from a message: each time as the clocks of
     * practices show it, whose day may be another than the one it was written with; every other word as it is.
     */
    public static String told(@Nullable String sent) {
        return sent == null
                ? ""
                : Stream.of(sent.split(BETWEEN_WORDS, -1)).map(Times::wordTold).collect(joining(BETWEEN_WORDS));
    }

    private static String wordTold(String sent) {
        try {
            return sent.indexOf('T') < 0 ? day(sent) : MINUTE.format(time(sent));
        } catch (DateTimeException e) {
            return sent;
        }
    }

    /** One that does not say how far from Greenwich it was taken was taken where practices are. */
    private static ZonedDateTime time(String sent) {
        TemporalAccessor read =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(sent, OffsetDateTime::from, LocalDateTime::from);
        return read instanceof OffsetDateTime placed
                ? placed.atZoneSameInstant(ZONE)
                : LocalDateTime.from(read).atZone(ZONE);
    }

    /** What a person typed into a field for a date and a time, as the suite's API wants it; null where it is neither. */
    public static @Nullable String said(@Nullable String local) {
        try {
            return LocalDateTime.parse(local == null ? "" : local)
                    .atZone(ZONE)
                    .toInstant()
                    .toString();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** A time with its seconds, for what changes while one looks. */
    public static String second(@Nullable Instant time) {
        return time == null ? "" : SECOND.format(time);
    }

    /** An ISO-8601 duration in days, as {@code 28 days}, in seconds where it is shorter; as it is where it is none. */
    public static String days(String duration) {
        try {
            Duration length = Duration.parse(duration);
            return length.toDays() == 0 ? count(length.toSeconds(), "second") : count(length.toDays(), "day");
        } catch (DateTimeParseException e) {
            return duration;
        }
    }

    /** How long something has been waiting, to one unit. */
    public static String age(Duration waited) {
        return waited.toMinutes() < 1 ? "just now" : span(waited);
    }

    /** A length of time, to one unit. */
    public static String span(Duration waited) {
        if (waited.toMinutes() < 1) {
            return "a minute";
        }
        if (waited.toHours() < 1) {
            return count(waited.toMinutes(), "minute");
        }
        return waited.toDays() < 1 ? count(waited.toHours(), "hour") : count(waited.toDays(), "day");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
