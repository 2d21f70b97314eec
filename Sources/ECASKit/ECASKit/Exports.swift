// The umbrella: everything an integrator uses, under one import.
@_exported public import ECASAccess
@_exported public import ECASClassification
@_exported public import ECASCollection
@_exported public import ECASDrivers
@_exported public import ECASModel
@_exported public import ECASPipeline
@_exported public import ECASRating
@_exported public import ECASStorage
@_exported public import ECASStorageSQLite
