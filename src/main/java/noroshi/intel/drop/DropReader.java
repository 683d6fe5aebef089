package noroshi.intel.drop;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import noroshi.intel.Reason;
import noroshi.intel.enquiry.SuspiciousMail;
import noroshi.shared.RuleBroken;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recognises what something is by its form, and reads it. */
final class DropReader {
    /** Bytes of the largest file. */
    static final int LARGEST = 10 * 1024 * 1024;

    private static final int DEEPEST = 64;
    private static final int HEAD = 8_192;
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final int MOST_ATTACHED = 50;
    private static final Pattern HEADER = Pattern.compile(
            "(?im)^(?:Received|From|Return-Path|Message-ID|Delivered-To|MIME-Version|Subject|To|Date|Reply-To):[ \\t]");
    private static final Pattern FIRST_HEADER = Pattern.compile("\\s*(?:[A-Za-z-]{2,40}:[ \\t\\r\\n]|From )");
    private static final Pattern JSON_START = Pattern.compile("\\{\\s*[\"}]|\\[\\s*[\\[{\"\\]]");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNameLength(1_000)
                            .maxNumberLength(400)
                            .maxStringLength(LARGEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private final Clock clock;

    DropReader(Clock clock) {
        this.clock = clock;
    }

    Drop read(byte[] file, Wish wish) {
        if (file.length == 0 || file.length > LARGEST) {
            throw new RuleBroken("drop.size", LARGEST / 1024 / 1024);
        }
        var drop = wish.format().map(format -> as(format, file, wish)).orElseGet(() -> guessed(file, wish));
        if (drop.format() != Format.STIX
                && drop.items().isEmpty()
                && drop.leftOut().isEmpty()) {
            throw new RuleBroken("drop.nothing");
        }
        return drop;
    }

    private Drop guessed(byte[] file, Wish wish) {
        if (isMail(file)) {
            return as(Format.MAIL, file, wish);
        }
        var writing = Writing.of(file);
        var text = writing.text();
        if (JSON_START.matcher(text.stripLeading()).lookingAt()) {
            return json(file);
        }
        var format = TableReader.isTable(text) ? Format.CSV : LineReader.isList(text) ? Format.LIST : Format.TEXT;
        return as(format, file, wish);
    }

    private Drop as(Format format, byte[] file, Wish wish) {
        return switch (format) {
            case STIX, MISP -> json(file);
            case MAIL -> mail(file);
            case CSV -> in(file, TableReader.read(Writing.of(file).text(), wish.columns()));
            case LIST -> in(file, LineReader.list(Writing.of(file).text()));
            case TEXT -> in(file, LineReader.words(Writing.of(file).text()));
        };
    }

    /** Says when the letters were not written as we write them. */
    private static Drop in(byte[] file, Drop drop) {
        var charset = Writing.of(file).charset();
        if (charset.equals("UTF-8")) {
            return drop;
        }
        var remarks = new ArrayList<>(drop.remarks());
        remarks.add(Reason.said("drop.remark.charset", charset));
        return new Drop(
                drop.format(),
                drop.title(),
                drop.from(),
                drop.events(),
                drop.items(),
                drop.leftOut(),
                remarks,
                drop.table());
    }

    private static boolean isMail(byte[] file) {
        var head = new String(file, 0, Math.min(HEAD, file.length), StandardCharsets.ISO_8859_1);
        return FIRST_HEADER.matcher(head).lookingAt()
                && HEADER.matcher(head).results().limit(2).count() == 2;
    }

    private Drop json(byte[] file) {
        var json = parsed(file);
        if (isStix(json)) {
            return new Drop(Format.STIX, "", "", List.of(), List.of(), List.of(), List.of(), Optional.empty());
        }
        if (isManifest(json)) {
            throw new RuleBroken("drop.manifest");
        }
        return MispReader.read(json, clock);
    }

    private static boolean isStix(JsonNode json) {
        return json.path("objects").isArray() || json.path("type").asString("").equals("bundle");
    }

    /** The table of contents of a feed: events by their ids, without their attributes. */
    private static boolean isManifest(JsonNode json) {
        return json.isObject()
                && !json.isEmpty()
                && json.values().stream().allMatch(each -> each.path("info").isString() && each.has("timestamp"))
                && !json.has("Event")
                && !json.has("info");
    }

    private static JsonNode parsed(byte[] file) {
        try {
            return JSON.readTree(Writing.of(file).text());
        } catch (StreamConstraintsException beyond) {
            throw new RuleBroken("drop.json-too-much", DEEPEST);
        } catch (JacksonException broken) {
            var place = broken.getLocation();
            throw place == null || place.getLineNr() < 1
                    ? new RuleBroken("drop.duplicate-key")
                    : broken.getOriginalMessage().contains("uplicate")
                            ? new RuleBroken("drop.duplicate-key")
                            : new RuleBroken("drop.not-json", place.getLineNr(), place.getColumnNr());
        }
    }

    /** Its head lines as they stand there, where a label has a line of its own (X-TLP). */
    private static String head(byte[] file) {
        var text = new String(file, 0, Math.min(file.length, LONGEST_HEAD), StandardCharsets.ISO_8859_1);
        return text.split("\\r?\\n\\r?\\n", 2)[0];
    }

    /** What stands in the mail itself, then what is attached: tables, lists and events are read as such. */
    private Drop mail(byte[] file) {
        var mail = SuspiciousMail.read(file);
        var label = LineReader.strictest(LineReader.label(mail.words()), LineReader.label(head(file)));
        var reading = new Reading(label);
        label.ifPresent(found -> reading.remark(Reason.said("drop.remark.label", found.label())));
        mail.forms().forEach(form -> reading.found("", form));
        var events = new ArrayList<Drop.Event>();
        mail.attachments().stream().limit(MOST_ATTACHED).forEach(attached -> attached(attached, reading, events));
        return new Drop(
                Format.MAIL,
                MispReader.cut(mail.subject()),
                MispReader.cut(mail.from()),
                events,
                reading.items(),
                reading.leftOut(),
                reading.remarks(),
                Optional.empty());
    }

    private void attached(SuspiciousMail.Attachment attached, Reading reading, List<Drop.Event> events) {
        var name = MispReader.cut(attached.name());
        try {
            if (attached.content().length == 0 || isMail(attached.content())) {
                return;
            }
            var drop = guessed(attached.content(), Wish.NONE);
            if (drop.format() == Format.STIX) {
                reading.leave(name, "", Reason.said("drop.left.attached-stix"));
            } else if (drop.format() != Format.TEXT) {
                reading.remark(Reason.said("drop.remark.attached", name, drop.format()));
                reading.all(name, drop, events.size());
                events.addAll(drop.events());
            }
        } catch (RuleBroken unreadable) {
            reading.leave(name, "", Reason.said(unreadable.key(), unreadable.arguments()));
        }
    }
}
