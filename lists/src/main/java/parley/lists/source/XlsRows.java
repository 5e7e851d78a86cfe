package parley.lists.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Finding.Code;
import parley.lists.record.Refused;

/**
 * Reads the rows of a workbook of the old binary format (BIFF 8), which Australia used until 2025 and Japan uses, by
 * the event reader of Apache POI: one row at a time, macros and drawings are not touched.
 */
public final class XlsRows {
    private XlsRows() {}

    /** Reads all sheets in their order. */
    public static void read(Source source, XlsxRows.Handler handler) throws IOException, Refused {
        if (source.sizeBytes() == 0) {
            throw source.refused(Code.L102, "", "The file is empty.", "fetch it again");
        }
        var rows = new Rows(handler);
        try (POIFSFileSystem file = new POIFSFileSystem(source.path().toFile(), true);
                InputStream workbook = file.createDocumentInputStream("Workbook")) {
            var request = new HSSFRequest();
            request.addListenerForAllRecords(rows);
            new HSSFEventFactory().processEvents(request, workbook);
            rows.flush();
        } catch (RuntimeException | IOException e) {
            // POI throws both for damaged files: which one depends on where the damage is.
            if (rows.refusal == null) {
                throw source.refused(
                        Code.L101,
                        rows.where(),
                        "The workbook breaks off or is damaged: " + Texts.squeeze(String.valueOf(e.getMessage())) + ".",
                        "fetch the file again; nothing of this one is used");
            }
        }
        if (rows.refusal != null) {
            throw rows.refusal;
        }
        if (!rows.ended || rows.sheets.isEmpty() || rows.sheet + 1 < rows.sheets.size()) {
            throw source.refused(Code.L101, rows.where(), "The workbook breaks off.", "fetch the file again; nothing of this one is used");
        }
    }

    private static final class Rows implements HSSFListener {
        private final XlsxRows.Handler handler;
        private final List<String> sheets = new ArrayList<>();
        private @Nullable SSTRecord shared;
        private List<@Nullable String> row = new ArrayList<>();
        private int line = -1;
        private int sheet = -1;
        private int formulaColumn = -1;
        private boolean ended;

        @Nullable
        private Refused refusal;

        Rows(XlsxRows.Handler handler) {
            this.handler = handler;
        }

        @Override
        public void processRecord(Record read) {
            switch (read) {
                case BoundSheetRecord bound -> sheets.add(bound.getSheetname());
                case BOFRecord begin -> {
                    ended = false;
                    if (begin.getType() == BOFRecord.TYPE_WORKSHEET) {
                        flush();
                        sheet++;
                    }
                }
                case EOFRecord _ -> ended = true;
                case SSTRecord texts -> shared = texts;
                case LabelSSTRecord cell -> put(cell, shared == null ? "" : shared.getString(cell.getSSTIndex()).toString());
                case LabelRecord cell -> put(cell, cell.getValue());
                case NumberRecord cell -> put(cell, number(cell.getValue()));
                case RKRecord cell -> put(cell.getRow(), cell.getColumn(), number(cell.getRKNumber()));
                case FormulaRecord cell -> {
                    formulaColumn = cell.getColumn();
                    put(cell, cell.hasCachedResultString() ? "" : number(cell.getValue()));
                }
                case StringRecord cell -> put(line, formulaColumn, cell.getString());
                default -> {
                    // Formats, fonts, drawings: nothing a list says.
                }
            }
        }

        private void put(CellValueRecordInterface cell, String text) {
            put(cell.getRow(), cell.getColumn(), text);
        }

        private void put(int rowIndex, int column, String text) {
            if (rowIndex != line) {
                flush();
                line = rowIndex;
            }
            if (text.isEmpty() || column < 0) {
                return;
            }
            while (row.size() <= column) {
                row.add(null);
            }
            row.set(column, text);
        }

        void flush() {
            if (!row.isEmpty() && refusal == null) {
                try {
                    handler.row(sheet >= 0 && sheet < sheets.size() ? sheets.get(sheet) : "", row, line + 1L);
                } catch (Refused e) {
                    refusal = e;
                }
            }
            row = new ArrayList<>();
            line = -1;
        }

        String where() {
            return sheet >= 0 && sheet < sheets.size() ? "sheet `%s`, row %d".formatted(sheets.get(sheet), line + 1) : "";
        }

        private static String number(double value) {
            return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
        }
    }
}
