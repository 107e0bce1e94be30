import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
