package noroshi.notification;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import noroshi.notification.MailStore.Claimed;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes a message with the eyes of the one it goes to, at the moment it leaves. */
@Service
@Transactional(readOnly = true)
class LetterDesk {
    private final StoryStore stories;
    private final LetterWriter writer;
    private final DigestWriter digests;

    LetterDesk(StoryStore stories, LetterWriter writer, DigestWriter digests) {
        this.stories = stories;
        this.writer = writer;
        this.digests = digests;
    }

    /** The message, or nothing when there is nothing to tell any more, or nobody who may read it. */
    public Optional<Letter> write(Claimed mail, Actor to) {
        return mail.address()
                .flatMap(address -> mail.trial()
                        .map(code -> Optional.of(trial(mail, code, address)))
                        .or(() -> mail.item().map(item -> one(mail, item, address)))
                        .orElseGet(() -> day(mail, address)));
    }

    private Letter trial(Claimed mail, UUID code, String address) {
        var written = writer.trial(code, Locale.of(mail.locale()));
        return letter(mail, address, written, Tlp.CLEAR, Optional.empty(), Optional.empty());
    }

    private Optional<Letter> one(Claimed mail, UUID item, String address) {
        return stories.standing(item).map(story -> {
            var shown = Leaving.through(Channel.MAIL, story);
            var stoppable = mail.weight() != Weight.MUST;
            var written = writer.one(shown, Locale.of(mail.locale()), stoppable);
            var thread = shown instanceof Shown.Present
                    ? Optional.<String>empty()
                    : story.topic().map(id -> "topic." + id);
            return letter(mail, address, written, shown.tlp(), thread, writer.stop(mail.stop(), "mail", stoppable));
        });
    }

    private Optional<Letter> day(Claimed mail, String address) {
        var shown = stories.gathered(mail.id()).stream()
                .map(story -> Leaving.through(Channel.DIGEST, story))
                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        var label = shown.stream().map(Shown::tlp).reduce(Tlp.CLEAR, Tlp::strictest);
        var written = digests.write(shown, Locale.of(mail.locale()));
        return Optional.of(
                letter(mail, address, written, label, Optional.empty(), writer.stop(mail.stop(), "digest", true)));
    }

    private static Letter letter(
            Claimed mail,
            String address,
            LetterWriter.Written written,
            Tlp tlp,
            Optional<String> thread,
            Optional<String> stop) {
        return new Letter(
                mail.id(), address, written.subject(), written.body(), mail.locale(), tlp, mail.madeAt(), thread, stop);
    }
}
