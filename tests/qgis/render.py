"""Opens result.gpkg in headless QGIS, checks that each layer comes up in its own style, and renders a picture.

    render.py RESULT.gpkg PICTURE.png      exit status 77: QGIS is not installed
"""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
try:
    from qgis.core import (
        QgsApplication,
        QgsMapRendererParallelJob,
        QgsMapSettings,
        QgsVectorLayer,
        QgsVectorLayerTemporalProperties,
    )
    from qgis.PyQt.QtCore import QSize
    from qgis.PyQt.QtXml import QDomDocument
except ImportError:
    print("skipped: QGIS is not installed (Debian package python3-qgis)")
    sys.exit(77)


def main(package, picture):
    application = QgsApplication([], False)
    application.initQgis()
    layers = []
    for name in ("incidents", "sensors", "bases", "segments", "line"):
        layer = QgsVectorLayer(f"{package}|layername={name}", name, "ogr")
        assert layer.isValid(), name
        assert layer.renderer().type() == "RuleRenderer", f"{name}: its own style was not taken"
        for rule in layer.renderer().rootRule().children():
            expression = rule.filter()
            assert expression is None or not expression.hasParserError(), f"{name}: {rule.filterExpression()}"
            if expression is not None:
                missing = expression.referencedColumns() - {field.name() for field in layer.fields()}
                assert not missing, f"{name}: no column {missing}"
        layers.append(layer)
    # QGIS 3.22 reads the fields when it opens a layer, and whether they are in use only when a style is loaded by hand.
    text = layers[0].getStyleFromDatabase(layers[0].listStylesInDatabase()[1][0])[0]
    style = QDomDocument()
    style.setContent(text)
    assert layers[0].importNamedStyle(style)[0]
    incidents = layers[0].temporalProperties()
    assert incidents.isActive(), "the temporal controller would not play incidents"
    assert incidents.mode() == QgsVectorLayerTemporalProperties.ModeFeatureDateTimeStartAndEndFromFields
    assert (incidents.startField(), incidents.endField()) == ("started", "ended")
    assert layers[2].labelsEnabled(), "bases have no names"

    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[0].crs())
    settings.setOutputSize(QSize(900, 700))
    extent = layers[3].extent()
    extent.combineExtentWith(layers[2].extent())
    extent.scale(1.1)
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    assert image.save(picture), picture
    colours = {image.pixel(x, y) for x in range(0, 900, 2) for y in range(0, 700, 2)}
    assert len(colours) > 20, f"only {len(colours)} colours: the picture is empty"
    print(f"{len(layers)} layers, {len(colours)} colours: {picture}")
    # QGIS 3.22 crashes when its objects are taken down in the order Python chooses; all has been said by now.
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:3])
