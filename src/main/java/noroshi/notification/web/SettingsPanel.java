package noroshi.notification.web;

import gg.jte.Content;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import noroshi.membership.SettingsPart;
import noroshi.notification.Feeds;
import noroshi.notification.OwnMail;
import noroshi.notification.Preference;
import noroshi.notification.Preferences;
import noroshi.notification.Trials;
import noroshi.shared.Actor;
import noroshi.site.Choice;
import noroshi.site.Parts;
import noroshi.site.SiteSettings;
import noroshi.site.Ui;
import org.springframework.stereotype.Component;

/** The part of the settings page where people choose how they want to be told. */
@Component
class SettingsPanel implements SettingsPart {
    private static final List<String> ZONES = List.of(
            "Asia/Tokyo",
            "Asia/Seoul",
            "Asia/Singapore",
            "Asia/Kolkata",
            "Australia/Sydney",
            "Pacific/Auckland",
            "UTC",
            "Europe/London",
            "Europe/Paris",
            "America/New_York",
            "America/Los_Angeles",
            "America/Sao_Paulo");

    private final Preferences preferences;
    private final Feeds feeds;
    private final OwnMail mails;
    private final Trials trials;
    private final Parts parts;
    private final SiteSettings site;

    SettingsPanel(Preferences preferences, Feeds feeds, OwnMail mails, Trials trials, Parts parts, SiteSettings site) {
        this.preferences = preferences;
        this.feeds = feeds;
        this.mails = mails;
        this.trials = trials;
        this.parts = parts;
        this.site = site;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Content draw(Actor actor) {
        var mine = preferences.mine(actor);
        return parts.draw(
                "notification/parts/settings",
                new SettingsView(
                        mine, hours(), zones(mine), feeds.since(actor), mails.mine(actor), trials.mine(actor)));
    }

    private static List<Choice> hours() {
        return IntStream.range(0, 24)
                .mapToObj(hour -> new Choice(Integer.toString(hour), Ui.text("notification.hour.at", hour)))
                .toList();
    }

    private List<Choice> zones(Preference mine) {
        return Stream.concat(Stream.of(site.tz().getId(), mine.zone().getId()), ZONES.stream())
                .distinct()
                .map(zone -> new Choice(zone, zone))
                .toList();
    }
}
