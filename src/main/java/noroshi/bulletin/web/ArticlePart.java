package noroshi.bulletin.web;

import gg.jte.Content;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import noroshi.bulletin.Copy;
import noroshi.bulletin.Edition;
import noroshi.bulletin.Indicator;
import noroshi.intel.Spelling;
import noroshi.site.Ui;
import noroshi.topic.Level;
import noroshi.topic.Prose;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * One level of a bulletin as its reader reads it.
 *
 * @param topic where it is published; before that, the manuscript
 * @param published whether indicators can be taken along from here
 * @param withdrawn the indicators that were taken back
 */
public record ArticlePart(
        UUID topic,
        int version,
        Level level,
        Edition.Content content,
        boolean published,
        Set<Spelling.Form> withdrawn) {
    private static final int MANY = 30;

    public ArticlePart {
        withdrawn = Set.copyOf(withdrawn);
    }

    public boolean pro() {
        return level == Level.PRO;
    }

    public Copy.General general() {
        return content.general();
    }

    public List<Indicator> indicators() {
        return content.indicators();
    }

    /** Whether somebody who reads no Japanese should be told that there is no other edition. */
    public boolean onlyInJapanese() {
        return Ui.locale().getLanguage().equals("en") && japanese();
    }

    /** The language of the words, for whoever reads them aloud; nothing where it cannot be told. */
    public @Nullable String language() {
        return japanese() ? "ja" : null;
    }

    private boolean japanese() {
        return (content.pro().body() + content.general().sentence())
                .codePoints()
                .anyMatch(ArticlePart::kana);
    }

    private static boolean kana(int character) {
        return character >= 0x3041 && character <= 0x30FF;
    }

    /** Whether so many indicators are named that they would hide what comes after them. */
    public boolean manyIndicators() {
        return indicators().size() > MANY;
    }

    /** How many of the indicators came with this version. */
    public int fresh() {
        return version == 1
                ? 0
                : (int) indicators().stream().filter(this::isNew).count();
    }

    public boolean isNew(Indicator indicator) {
        return version > 1 && indicator.since() == version;
    }

    /** Where one reads what else is said of it. */
    public String lookUp(Indicator indicator) {
        return "/intel/indicators?q=" + UriUtils.encode(indicator.harmless(), StandardCharsets.UTF_8);
    }

    public boolean takenBack(Indicator indicator) {
        return withdrawn.contains(indicator.form());
    }

    /** The first section of the professional text, where it has sections: the key points, set apart. */
    public String opening() {
        var body = content.pro().body().strip();
        var next = body.indexOf("\n## ");
        return body.startsWith("## ") && next > 0 ? body.substring(0, next) : "";
    }

    /** The professional text after its first section, or all of it. */
    public String remainder() {
        return content.pro().body().strip().substring(opening().length());
    }

    /** Markdown made safe, with sections of its own. */
    public Content article(String markdown) {
        return Prose.of(markdown).article();
    }

    /** Markdown made safe. */
    public Prose prose(String markdown) {
        return Prose.of(markdown);
    }

    /** Where the indicators are handed out. */
    public String handout(String form) {
        return "/bulletins/" + topic + "/indicators." + form + "?version=" + version;
    }
}
