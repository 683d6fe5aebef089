package noroshi.sanitised;

import java.util.Set;
import noroshi.desk.Channel;
import noroshi.shared.RuleBroken;

/**
 * How the reporter said something that the desk writes down.
 *
 * @param contact whom the desk spoke to
 */
public record Said(Channel channel, String contact, String words) {
    private static final Set<Channel> SPOKEN = Set.of(Channel.PHONE, Channel.MAIL, Channel.VISIT);
    private static final int LONGEST_CONTACT = 200;

    public Said {
        contact = contact.strip();
        words = words.strip();
        if (!SPOKEN.contains(channel)) {
            throw new RuleBroken("desk.channel");
        }
        if (contact.isEmpty()) {
            throw new RuleBroken("sanitised.contact-missing");
        }
        if (contact.length() > LONGEST_CONTACT) {
            throw new RuleBroken("sanitised.too-long", LONGEST_CONTACT);
        }
    }
}
