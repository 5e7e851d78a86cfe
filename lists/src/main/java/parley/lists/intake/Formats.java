package parley.lists.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.lists.source.ListFormat;

/** All formats that are read, in the order in which they are tried. */
public final class Formats {
    private static final List<ListFormat> ALL = List.of(
            new parley.lists.ofac.OfacCsv(true),
            new parley.lists.ofac.OfacCsv(false),
            new parley.lists.ofac.OfacXml(),
            new parley.lists.ofac.OfacAdvancedXml(),
            new parley.lists.csl.ScreeningListCsv(),
            new parley.lists.csl.DeniedPersons(),
            new parley.lists.eu.FsfXml(),
            new parley.lists.eu.LegacyFsdXml(),
            new parley.lists.eu.AnnexXhtml(),
            new parley.lists.archive.AnnexCsv(),
            new parley.lists.uk.UkXml(),
            new parley.lists.uk.UkCsv(),
            new parley.lists.uk.ConList(),
            new parley.lists.un.UnXml(),
            new parley.lists.seco.SecoXml(),
            new parley.lists.sema.SemaXml(),
            new parley.lists.dfat.DfatRegister(),
            new parley.lists.mfat.MfatRegister(),
            new parley.lists.mof.MofWorkbook(),
            new parley.lists.mof.MetiText(),
            new parley.lists.nsdc.NsdcWorkbook(),
            new parley.lists.archive.EuArchive(),
            new parley.lists.archive.EuVesselsArchive(),
            new parley.lists.archive.UkArchive(),
            new parley.lists.archive.SemaArchive(),
            new parley.lists.archive.SecoArchive(),
            new parley.lists.archive.UnArchive(),
            new parley.lists.archive.DfatArchive(),
            new parley.lists.archive.MfatArchive());

    private Formats() {}

    /** All formats. */
    public static List<ListFormat> all() {
        return ALL;
    }

    /**
     * The first format that recognises the beginning of a file, or null. Workbooks all begin alike: they are told by the
     * name of the file, or by the list that the user names.
     */
    public static @Nullable ListFormat recognised(String name, String head, @Nullable String listId) {
        for (ListFormat format : ALL) {
            if ((listId == null || format.list().equals(listId)) && format.recognises(listId == null ? name : listId + " " + name, head)) {
                return format;
            }
        }
        return null;
    }
}
