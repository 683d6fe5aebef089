package noroshi.intel.blocklist.web;

import noroshi.intel.TextValues;
import noroshi.intel.blocklist.NewBlocklist;
import noroshi.shared.Tlp;

/** A list as it was typed; values are recognised in whatever was pasted. */
record BlocklistForm(String title, String note, Tlp tlp, String text) {
    static final BlocklistForm EMPTY = new BlocklistForm("", "", Tlp.AMBER, "");

    NewBlocklist made() {
        return new NewBlocklist(title, note, tlp, TextValues.in(text));
    }

    BlocklistForm with(String title, String text) {
        return new BlocklistForm(title, note, tlp, text);
    }
}
