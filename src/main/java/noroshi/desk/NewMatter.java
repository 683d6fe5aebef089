package noroshi.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.topic.Text;

/**
 * What a member brings to the desk.
 *
 * @param once chosen when the form was made; sent twice, it is one matter
 * @param damage facts about damage; a part of its own when there are any
 * @param technical attack-technical facts; a part of its own when there are any
 * @param hidden everybody but the Centre reads it without learning whose it is
 * @param system code of the system concerned, whose party list applies
 * @param help whether help by agencies is wanted
 * @param recipients whom the member leaves ticked
 * @param edition of the questionnaire it was asked by; that in force if not said
 * @param behalf set when the Centre writes it down for a member
 */
public record NewMatter(
        UUID once,
        MatterKind kind,
        String title,
        Telling outline,
        Telling damage,
        Telling technical,
        boolean hidden,
        Tlp tlp,
        Optional<String> system,
        boolean help,
        Set<UUID> recipients,
        Optional<OnBehalf> behalf,
        List<Upload> files,
        Optional<Integer> edition) {

    public NewMatter(
            UUID once,
            MatterKind kind,
            String title,
            Telling outline,
            Telling damage,
            Telling technical,
            boolean hidden,
            Tlp tlp,
            Optional<String> system,
            boolean help,
            Set<UUID> recipients,
            Optional<OnBehalf> behalf,
            List<Upload> files) {
        this(
                once,
                kind,
                title,
                outline,
                damage,
                technical,
                hidden,
                tlp,
                system,
                help,
                recipients,
                behalf,
                files,
                Optional.empty());
    }

    public NewMatter {
        recipients = Set.copyOf(recipients);
        files = List.copyOf(files);
        title = title(title);
        if (outline.isBlank() && damage.isBlank() && technical.isBlank()) {
            throw new RuleBroken("desk.body-missing");
        }
        if (tlp == Tlp.RED || tlp == Tlp.CLEAR) {
            throw new RuleBroken("desk.tlp");
        }
    }

    /** The title as the desk takes it; refused where the matter could not have it. */
    public static String title(String typed) {
        if (typed.isBlank()) {
            throw new RuleBroken("desk.title-missing");
        }
        Text.refusal(typed).ifPresent(rule -> {
            throw rule;
        });
        return typed.strip();
    }

    /** The same, written with this edition of the questionnaire. */
    public NewMatter asked(int by) {
        return new NewMatter(
                once,
                kind,
                title,
                outline,
                damage,
                technical,
                hidden,
                tlp,
                system,
                help,
                recipients,
                behalf,
                files,
                Optional.of(by));
    }

    /** All that was answered, by code of the question. */
    Map<String, String> answers() {
        var all = new HashMap<>(outline.answers());
        all.putAll(damage.answers());
        all.putAll(technical.answers());
        return all;
    }

    /** A call, a mail or a visit that the Centre writes down. */
    public record OnBehalf(UUID organisation, Channel channel, String contact) {
        /** What a member told its association, which passes it on as its own matter and names nobody. */
        public static OnBehalf relayed(UUID association) {
            return new OnBehalf(association, Channel.ASSOCIATION, "");
        }

        boolean passesOn() {
            return channel == Channel.ASSOCIATION;
        }

        public OnBehalf {
            if (channel == Channel.PLATFORM) {
                throw new RuleBroken("desk.channel");
            }
        }
    }

    /** One uploaded file in memory. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    public record Upload(String name, byte[] bytes) {}
}
