package noroshi.community.web;

import java.util.UUID;
import noroshi.community.Community;
import noroshi.community.NewCommunity;
import noroshi.community.Profile;
import noroshi.community.Wording;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Ui;
import org.jspecify.annotations.Nullable;

/**
 * How somebody describes a community.
 *
 * @param code only when it is founded
 * @param lead login of the first lead, only when it is founded
 */
public record CommunityForm(
        String code,
        String kind,
        String lead,
        String name,
        String nameEn,
        String charter,
        String charterEn,
        String goal,
        String goalEn,
        String meaning,
        String meaningEn,
        String colour) {
    private static final String EVERYONE = "everyone";
    static final CommunityForm EMPTY = new CommunityForm("", "invited", "", "", "", "", "", "", "", "", "", "1");

    public CommunityForm(
            @Nullable String code,
            @Nullable String kind,
            @Nullable String lead,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String charter,
            @Nullable String charterEn,
            @Nullable String goal,
            @Nullable String goalEn,
            @Nullable String meaning,
            @Nullable String meaningEn,
            @Nullable String colour) {
        this.code = or(code);
        this.kind = or(kind);
        this.lead = or(lead);
        this.name = or(name);
        this.nameEn = or(nameEn);
        this.charter = or(charter);
        this.charterEn = or(charterEn);
        this.goal = or(goal);
        this.goalEn = or(goalEn);
        this.meaning = or(meaning);
        this.meaningEn = or(meaningEn);
        this.colour = or(colour);
    }

    static CommunityForm of(Community community) {
        var profile = community.profile();
        return new CommunityForm(
                community.code(),
                community.kind().name(),
                "",
                profile.name().ja(),
                profile.name().en(),
                profile.charter().ja(),
                profile.charter().en(),
                profile.goal().ja(),
                profile.goal().en(),
                profile.meaning().ja(),
                profile.meaning().en(),
                Integer.toString(profile.colour()));
    }

    Profile profile() {
        return new Profile(
                new Wording(name, nameEn),
                new Wording(charter, charterEn),
                new Wording(goal, goalEn),
                new Wording(meaning, meaningEn),
                colour.matches("[1-9]") ? Integer.parseInt(colour) : 0);
    }

    NewCommunity founded(UUID first) {
        var which = kind.equals("open") ? Community.Kind.OPEN : Community.Kind.INVITED;
        return new NewCommunity(code.strip(), which, profile(), first, kind.equals(EVERYONE));
    }

    /** The refusal beside the field it is about. */
    static FormErrors errors(RuleBroken refusal) {
        var field = switch (refusal.key()) {
            case "community.name-missing", "community.name-too-long" -> "name";
            case "community.meaning-missing" -> "meaning";
            case "community.text-too-long" -> "charter";
            case "community.colour-unknown" -> "colour";
            case "community.code-malformed", "community.code-taken" -> "code";
            case "community.no-such-person" -> "lead";
            case "community.everyone-founded" -> "kind";
            default -> "";
        };
        return FormErrors.none().and(field, refusal.key(), refusal.arguments());
    }

    /** With what the community says now where something else was typed. */
    FormErrors beside(Community community, FormErrors errors) {
        var now = of(community);
        return errors.beside("name", name, now.name)
                .beside("nameEn", nameEn, now.nameEn)
                .beside("goal", goal, now.goal)
                .beside("goalEn", goalEn, now.goalEn)
                .beside("charter", charter, now.charter)
                .beside("charterEn", charterEn, now.charterEn)
                .beside("meaning", meaning, now.meaning)
                .beside("meaningEn", meaningEn, now.meaningEn)
                .beside("colour", colour, now.colour, Ui.text("community.colour." + now.colour));
    }

    private static String or(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
