package noroshi.intel.mailbox;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import noroshi.intel.Reason;
import noroshi.intel.drop.DropBox;
import noroshi.intel.drop.Format;
import noroshi.intel.drop.Glance;
import noroshi.intel.drop.LeftOut;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;

/** Reads mail of anybody: who may drop is asked of the lines above it, before anything else in it is looked at. */
final class LetterReader {
    /** Bytes of the largest mail: the largest file of the drop-box, as mail carries it. */
    static final int LARGEST = 15 * 1024 * 1024;

    private static final int LONGEST_NAME = 200;

    private final MailboxSettings settings;
    private final DropBox box;

    LetterReader(MailboxSettings settings, DropBox box) {
        this.settings = settings;
        this.box = box;
    }

    /**
     * Reads a mail.
     *
     * @param whole whether this is all of it; its beginning is enough to say that it is too large
     */
    Letter read(byte[] mail, boolean whole) {
        try {
            return Head.of(mail).map(head -> read(head, mail, whole)).orElseGet(() -> unknown(mail, whole));
        } catch (RuntimeException unreadable) {
            return unknown(mail, whole);
        }
    }

    /** Nobody can tell whom it is from. */
    static Letter unknown(byte[] mail, boolean whole) {
        var why = whole ? Refused.UNREADABLE : Refused.TOO_LARGE;
        var digest = Head.sha256().digest(mail);
        return new Letter("", "", digest, Optional.empty(), List.of(), List.of(), Optional.of(why));
    }

    private Letter read(Head head, byte[] mail, boolean whole) {
        var sender = head.sender();
        if (!settings.lists(sender)) {
            return refused(head, Refused.STRANGER);
        }
        if (!settings.checkedBy().isBlank() && !head.passes(settings.checkedBy())) {
            return refused(head, Refused.FORGED);
        }
        if (!whole) {
            return refused(head, Refused.TOO_LARGE);
        }
        try {
            return read(head, Contents.of(mail));
        } catch (Contents.TooMany many) {
            return refused(head, Refused.TOO_MANY);
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            return refused(head, Refused.UNREADABLE);
        }
    }

    /** All of the Centre reads why: of what is RED, or may be, it learns who sent it and no more. */
    private static Letter refused(Head head, Refused why) {
        var red = why == Refused.RED || head.label().filter(Tlp.RED::equals).isPresent();
        return new Letter(
                head.sender(),
                red ? "" : head.subject(),
                head.digest(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(why));
    }

    private Letter read(Head head, Contents contents) {
        var label = Head.strictest(head.label(), DropBox.label(contents.allWords()));
        var files = new ArrayList<Letter.File>();
        var leftOut = new ArrayList<LeftOut>();
        for (var file : contents.files()) {
            var glance = glance(file.content(), file.name(), label, leftOut);
            if (red(label, glance)) {
                return refused(head, Refused.RED);
            }
            glance.ifPresent(found -> take(file, found, files, leftOut));
        }
        var words = contents.words().getBytes(StandardCharsets.UTF_8);
        var said = glance(words, "", label, new ArrayList<>());
        if (red(label, said)) {
            return refused(head, Refused.RED);
        }
        if (said.isPresent() && files.isEmpty()) {
            files.add(new Letter.File(cut(head.subject()), words));
        } else if (said.isPresent()) {
            leftOut.add(leftOut("", Reason.said("mailbox.left.words")));
        }
        return files.isEmpty()
                ? refused(head, Refused.NOTHING)
                : new Letter(head.sender(), head.subject(), head.digest(), label, files, leftOut, Optional.empty());
    }

    private static boolean red(Optional<Tlp> label, Optional<Glance> glance) {
        return label.filter(Tlp.RED::equals).isPresent()
                || glance.filter(Glance::red).isPresent();
    }

    private Optional<Glance> glance(byte[] content, String name, Optional<Tlp> label, List<LeftOut> leftOut) {
        if (!Contents.bearable(content)) {
            leftOut.add(leftOut(name, Reason.said("mailbox.refused.too-many")));
            return Optional.empty();
        }
        try {
            return Optional.of(box.glance(content, label));
        } catch (RuleBroken unreadable) {
            leftOut.add(leftOut(name, Reason.said(unreadable.key(), unreadable.arguments())));
            return Optional.empty();
        }
    }

    /** What is no text has letters among its bytes that look like values. */
    private static void take(Contents.File file, Glance glance, List<Letter.File> files, List<LeftOut> leftOut) {
        if (glance.laxer()) {
            leftOut.add(leftOut(file.name(), Reason.said("mailbox.left.laxer")));
        } else if (glance.format() == Format.TEXT && !file.text()) {
            leftOut.add(leftOut(file.name(), Reason.said("drop.nothing")));
        } else {
            files.add(new Letter.File(file.name(), file.content()));
        }
    }

    private static LeftOut leftOut(String name, Reason why) {
        return new LeftOut(cut(name), "", why, false);
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }
}
