package noroshi.notification;

import java.util.Locale;
import java.util.Optional;
import noroshi.notification.MailStore.Claimed;
import noroshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes a message with the eyes of the one it goes to, at the moment it leaves. */
@Service
@Transactional(readOnly = true)
class LetterDesk {
    private final StoryStore stories;
    private final LetterWriter writer;

    LetterDesk(StoryStore stories, LetterWriter writer) {
        this.stories = stories;
        this.writer = writer;
    }

    /** The message, or nothing when there is nothing to tell any more, or nobody who may read it. */
    public Optional<Letter> write(Claimed mail, Actor to) {
        if (mail.address().isEmpty()) {
            return Optional.empty();
        }
        return mail.item().flatMap(stories::standing).map(story -> {
            var locale = Locale.of(mail.locale());
            var shown = Leaving.through(Channel.MAIL, story);
            var stoppable = mail.weight() != Weight.MUST;
            var written = writer.one(shown, locale, stoppable);
            return new Letter(
                    mail.id(),
                    mail.address().orElseThrow(),
                    written.subject(),
                    written.body(),
                    mail.locale(),
                    shown.tlp(),
                    mail.madeAt(),
                    shown instanceof Shown.Present
                            ? Optional.empty()
                            : story.topic().map(id -> "topic." + id),
                    writer.stop(mail.stop(), "mail", stoppable));
        });
    }
}
