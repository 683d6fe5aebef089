package noroshi.sanitised.web;

import gg.jte.Content;
import java.util.List;
import noroshi.desk.Matter;
import noroshi.sanitised.Asking;
import noroshi.site.FormErrors;
import noroshi.site.Step;

/**
 * The reporter's page of a copy: exactly what others will see, and the two answers.
 *
 * @param readers to whom it is to go, in words
 * @param reason what narrows down whose it could have been
 */
public record ConsentPage(
        Matter matter,
        Asking asking,
        List<Step> crumbs,
        Content general,
        Content pro,
        List<String> readers,
        List<String> files,
        String reason,
        FormErrors errors,
        String typed) {
    public String path() {
        return matter.path() + "/copy";
    }
}
