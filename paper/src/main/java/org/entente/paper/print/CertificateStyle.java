package org.entente.paper.print;

/** How the paper looks: A4, black on white, nothing that a photocopier loses. */
final class CertificateStyle {
    static final String CSS = """
            @page { size: A4; margin: 14mm 14mm 16mm 14mm;
              @bottom-right { content: counter(page) ' / ' counter(pages); font-family: FAMILIES; font-size: 8pt; } }
            body { font-family: FAMILIES; font-size: 9pt; line-height: 1.25; margin: 0 0.5pt 0 0; color: #000; }
            h1 { font-size: 16pt; margin: 0; }
            h2 { font-size: 10pt; margin: 3mm 0 1mm 0; }
            p { margin: 0.5mm 0; }
            p.agreement { margin-bottom: 2mm; }
            p.name { font-size: 7pt; color: #333; margin: 0; }
            p.number { font-size: 14pt; font-weight: bold; }
            p.small { font-size: 7.5pt; }
            table { width: 100%; border-collapse: collapse; table-layout: fixed; }
            table.facts td, table.items td, table.items th { border: 0.4pt solid #000; padding: 1.2mm; vertical-align: top;
              text-align: left; word-wrap: break-word; }
            table.items { -fs-table-paginate: paginate; font-size: 8pt; }
            table.items th { background-color: #e8e8e8; }
            table.items tr { page-break-inside: avoid; }
            table.items th:nth-child(1) { width: 7%; }
            table.items th:nth-child(2) { width: 11%; }
            table.items th:nth-child(3) { width: 34%; }
            table.items th:nth-child(4) { width: 8%; }
            table.items th:nth-child(5) { width: 11%; }
            div.codes { page-break-inside: avoid; }
            table.codes td { border: 0; padding: 0 4mm 0 0; vertical-align: top; }
            table.codes img { width: 48mm; height: 48mm; }
            """;

    private CertificateStyle() {}
}
