<?php
// TCPDF as the peer: one file each, as Moodle's certificates are made. tcpdf.php <tcpdf.php of the library> <inputs> <out> <font>
[, $library, $inputs, $out, $font] = $argv;
require_once $library;
@mkdir($out, 0755, true);
$data = json_decode(file_get_contents("$inputs/tcpdf.json"), true);
$frame = $data['frame'];
$family = TCPDF_FONTS::addTTFfont($font, 'TrueTypeUnicode', '', 32, "$out/");
$before = microtime(true);
foreach ($data['pages'] as $at => $page) {
    $pdf = new TCPDF('L', 'mm', 'A4', true, 'UTF-8');
    $pdf->setPrintHeader(false);
    $pdf->setPrintFooter(false);
    $pdf->SetMargins(0, 0, 0);
    $pdf->SetAutoPageBreak(false);
    $pdf->AddFont($family, '', "$out/$family.php");
    $pdf->AddPage();
    foreach ($frame['borders'] as $inset) {
        $pdf->Rect($inset, $inset, $frame['width'] - 2 * $inset, $frame['height'] - 2 * $inset);
    }
    foreach ($frame['rules'] as $rule) {
        $pdf->Rect($rule['x'], $rule['y'], $rule['width'], $rule['height'], 'F');
    }
    foreach (['logo', 'signature'] as $picture) {
        $box = $frame[$picture];
        $pdf->Image("$inputs/$picture.png", $box['x'], $box['y'], $box['width']);
    }
    foreach ($page['lines'] as $line) {
        $pdf->SetFont($family, '', $line['size']);
        $pdf->SetTextColor(...sscanf($line['colour'], '#%2x%2x%2x'));
        $pdf->SetXY($line['x'], $line['y'] - $line['size'] * 0.3528);
        $pdf->Cell($line['width'], 0, $line['text'], 0, 0, strtoupper($line['align'][0]));
    }
    $side = $frame['code']['width'] / count($page['code']);
    $pdf->SetFillColor(0, 0, 0);
    foreach ($page['code'] as $y => $row) {
        foreach ($row as $x => $dark) {
            if ($dark) {
                $pdf->Rect($frame['code']['x'] + $x * $side, $frame['code']['y'] + $y * $side, $side, $side, 'F');
            }
        }
    }
    $pdf->Output("$out/$at.pdf", 'F');
}
echo json_encode(['ms' => (microtime(true) - $before) * 1000, 'files' => count($data['pages'])]), "\n";
