package noroshi.notice;

import java.time.Instant;
import noroshi.shared.RuleBroken;

/** What an organisation says to a notice, with a word of explanation. */
public sealed interface Answer {
    int LONGEST = 2000;

    String words();

    /** It does not concern us. */
    record NotAffected(String words) implements Answer {
        public NotAffected {
            words = checked(words);
            if (words.isEmpty()) {
                throw new RuleBroken("notice.words-missing");
            }
        }
    }

    /** We are at it, and say when we will be done. */
    record Working(String words, Instant until) implements Answer {
        public Working {
            words = checked(words);
            if (words.isEmpty()) {
                throw new RuleBroken("notice.words-missing");
            }
        }
    }

    /** It is put right. */
    record Done(String words) implements Answer {
        public Done {
            words = checked(words);
            if (words.isEmpty()) {
                throw new RuleBroken("notice.words-missing");
            }
        }
    }

    private static String checked(String typed) {
        var words = typed.strip();
        if (words.length() > LONGEST) {
            throw new RuleBroken("notice.words-too-long", LONGEST);
        }
        if (words.indexOf('\0') >= 0) {
            throw new RuleBroken("topic.unreadable-character");
        }
        return words;
    }
}
